import { type PythonSource, PythonTemplate } from './python-value.ts'

const HOLE = /\{\{|\}\}|\{([^{}]*)\}/g
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u
/** Of how many names a name is made. */
const MOST_WORDS = 4

/** The expression of a hole without the form that it is written in, `name!r:>10`. */
function expressionOf(hole: string): string {
  let quote = ''
  let depth = 0
  let end = hole.length
  for (let at = 0; at < hole.length; at++) {
    const mark = hole.charAt(at)
    if (quote !== '') {
      if (mark === quote) quote = ''
    } else if (mark === '"' || mark === "'") quote = mark
    else if ('([{'.includes(mark)) depth++
    else if (')]}'.includes(mark)) depth--
    else if (mark === ':' && depth === 0) {
      end = at
      break
    }
  }
  return hole
    .slice(0, end)
    .replace(/(?:![rsa]|=)$/, '')
    .trim()
}

/** A name for what a hole holds: its own, or one made of the names in it. */
function nameFor(expression: string): string {
  if (NAME.test(expression)) return expression
  const words = expression.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []
  return words.slice(0, MOST_WORDS).join('_') || 'value'
}

/** A format string as a template of ours: what stands in its holes becomes variables. Nothing is worked out. */
export function templateOf(text: string, line: number): PythonTemplate {
  const names = new Set<string>()
  const runs: PythonSource[] = []
  const written = text.replaceAll(HOLE, (whole: string, hole?: string) => {
    if (hole === undefined) return whole.charAt(0)
    const source = expressionOf(hole)
    const name = nameFor(source)
    if (name !== source) runs.push({ source, line })
    names.add(name)
    return `{{${name}}}`
  })
  return new PythonTemplate(written, [...names], runs)
}
