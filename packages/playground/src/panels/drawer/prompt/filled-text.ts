import type { TemplateFormat } from '@vitrine/contracts'
import { parseTemplate, renderTemplate, type TemplateInputs, type TemplateProblem, type TemplateValue } from '@vitrine/templating'

/** A stretch of a rendered text; `variable` names the value that it came from. */
export interface FilledPiece {
  readonly text: string
  readonly variable: string | null
}

export type FilledText =
  | { readonly kind: 'text'; readonly pieces: readonly FilledPiece[] }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: TemplateProblem }

/** Characters for private use that stand around a value while it is looked for. */
const OPEN = '\u{F0001}'
const CLOSE = '\u{F0002}'
/** So many variables are looked for; each is one more rendering. */
const MOST = 32

interface Range {
  readonly from: number
  readonly to: number
  readonly variable: string
}

/**
 * A template filled in, with the values told apart from the wording.
 *
 * Formats can loop, filter and join, so a value's place is not found by looking at the template. Each value is rendered once more with
 * a mark around it. Where the text without the marks is the same text, they show its place; where a filter took notice of them, the
 * value is not told apart.
 */
export function filledText(format: TemplateFormat, source: string, inputs: TemplateInputs): FilledText {
  const parsed = parseTemplate(format, source)
  if (!parsed.ok) return { kind: 'problem', problem: parsed.problem }
  const { template } = parsed
  const rendered = renderTemplate(template, inputs)
  if (!rendered.ok) {
    const { problem } = rendered
    return problem.code === 'missing_variables' ? { kind: 'missing', names: problem.names ?? [] } : { kind: 'problem', problem }
  }
  const { text } = rendered
  const names = text.includes(OPEN) || text.includes(CLOSE) ? [] : template.variables.map(({ name }) => name).slice(0, MOST)
  const ranges = names.flatMap((name) => {
    if (!Object.hasOwn(inputs, name)) return []
    const marked = renderTemplate(template, { ...inputs, [name]: markedValue(inputs[name] ?? null) })
    return marked.ok ? rangesIn(marked.text, text, name) : []
  })
  return { kind: 'text', pieces: piecesOf(text, ranges) }
}

function markedValue(value: TemplateValue): TemplateValue {
  if (typeof value === 'string') return OPEN + value + CLOSE
  if (isList(value)) return value.map(markedValue)
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, markedValue(held)]))
}

const isList = (value: TemplateValue): value is readonly TemplateValue[] => Array.isArray(value)
/** Not a number that carries its spelling: those stay what they are. */
const isPlain = (value: TemplateValue): value is { readonly [key: string]: TemplateValue } => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Where the marks are, in the text without them; none where that is another text. */
function rangesIn(marked: string, text: string, variable: string): readonly Range[] {
  const ranges: Range[] = []
  const open: number[] = []
  let bare = ''
  let from = 0
  for (const { 0: mark, index } of marked.matchAll(new RegExp(`${OPEN}|${CLOSE}`, 'gu'))) {
    bare += marked.slice(from, index)
    from = index + mark.length
    if (mark === OPEN) open.push(bare.length)
    else {
      const start = open.pop()
      if (start === undefined) return []
      if (open.length === 0 && bare.length > start) ranges.push({ from: start, to: bare.length, variable })
    }
  }
  return open.length === 0 && bare + marked.slice(from) === text ? ranges : []
}

function piecesOf(text: string, ranges: readonly Range[]): readonly FilledPiece[] {
  const pieces: FilledPiece[] = []
  let at = 0
  for (const { from, to, variable } of ranges.toSorted((one, other) => one.from - other.from)) {
    if (from < at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), variable: null })
    pieces.push({ text: text.slice(from, to), variable })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), variable: null })
  return pieces
}
