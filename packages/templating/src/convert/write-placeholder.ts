import type { TemplateEngine } from '../template-format.ts'

/** Names that Python's own dicts and lists answer to: after a dot they would not be looked up in the data. */
const METHOD_NAMES = new Set(
  'append clear copy count extend fromkeys get index insert items keys pop popitem remove reverse setdefault sort update values'.split(' '),
)

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u

const step = (segment: string): string => {
  if (/^[0-9]+$/.test(segment)) return `[${segment}]`
  return IDENTIFIER.test(segment) && !METHOD_NAMES.has(segment) ? `.${segment}` : `[${JSON.stringify(segment)}]`
}

/** Puts the rest of a path behind a root that stands bare between spaces; a root in quotes is no longer a name. */
function extend(placeholder: string, root: string, rest: readonly string[]): string | undefined {
  const [before, after, ...more] = placeholder.split(` ${root} `)
  return before === undefined || after === undefined || more.length > 0 ? undefined : `${before} ${root}${rest.map(step).join('')} ${after}`
}

/** A name or path as a format writes it; undefined where it cannot. */
export function writePlaceholder(engine: TemplateEngine, segments: readonly string[]): string | undefined {
  const [root = '', ...rest] = segments
  const plain = engine.placeholderFor(root)
  if (rest.length === 0 || plain === undefined) return plain
  if (engine.placeholderForPath !== undefined) return engine.placeholderForPath(segments)
  return extend(plain, root, rest)
}
