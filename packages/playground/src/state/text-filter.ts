/** What is searched in a very long text. */
const MAX_TEXT = 20_000
const MAX_TEXT_FOR_EXPRESSION = 2000
/** With two open repetitions the work grows with the cube of the text. */
const MAX_TEXT_FOR_TWO_REPETITIONS = 300
const MAX_EXPRESSION = 200

const everything = () => true

/**
 * What a filter keeps: texts that hold the words in any case, or, written `/…/`, that match a regular expression. Null where that is
 * not one, or one that could run for ever: the reader then sees that it is refused instead of a page that hangs.
 */
export function textFilter(filter: string): ((text: string) => boolean) | null {
  const needle = filter.trim()
  if (needle === '') return everything
  const expression = /^\/(.+)\/([imsu]*)$/s.exec(needle)
  if (expression === null) {
    const lower = needle.toLowerCase()
    return (text) => text.slice(0, MAX_TEXT).toLowerCase().includes(lower)
  }
  const [, source = '', flags = ''] = expression
  if (source.length > MAX_EXPRESSION || mayBacktrack(source)) return null
  try {
    const pattern = new RegExp(source, flags.includes('i') ? flags : `${flags}i`)
    const most = openRepetitions(bareSource(source)) > 1 ? MAX_TEXT_FOR_TWO_REPETITIONS : MAX_TEXT_FOR_EXPRESSION
    return (text) => pattern.test(text.slice(0, most))
  } catch {
    return null
  }
}

/**
 * Repetition of something that itself repeats or branches is what makes matching exponential; more than two open repetitions make it
 * slower than the square of the text. Refusing both refuses some harmless expressions: a filter can bear that.
 */
function mayBacktrack(source: string): boolean {
  const bare = bareSource(source)
  if (openRepetitions(bare) > 2) return true
  const risky: boolean[] = []
  for (let at = 0; at < bare.length; at += 1) {
    const character = bare.charAt(at)
    if (character === '(') risky.push(false)
    else if (character === ')') {
      const inside = risky.pop() ?? false
      if (inside && /^(?:[*+]|\{\d+,)/.test(bare.slice(at + 1))) return true
      if (inside && risky.length > 0) risky[risky.length - 1] = true
    } else if ('*+|{'.includes(character) && risky.length > 0) risky[risky.length - 1] = true
  }
  return false
}

/** Without escapes and classes, whose signs mean themselves. */
const bareSource = (source: string): string => source.replace(/\\./gs, '_').replace(/\[[^\]]*\]/g, '_')

const openRepetitions = (bare: string): number => bare.match(/[*+]|\{\d+,\}/g)?.length ?? 0
