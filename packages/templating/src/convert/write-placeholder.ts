import type { TemplateEngine } from '../template-format.ts'

/** Names that Python's own dicts and lists answer to: after a dot they would not be looked up in the data. */
const METHOD_NAMES = new Set(
  'append clear copy count extend fromkeys get index insert items keys pop popitem remove reverse setdefault sort update values'.split(' '),
)

const step = (segment: string): string => {
  if (/^[0-9]+$/.test(segment)) return `[${segment}]`
  return METHOD_NAMES.has(segment) ? `['${segment}']` : `.${segment}`
}

/** A name or path as a format writes it; undefined where it cannot. */
export function writePlaceholder(engine: TemplateEngine, segments: readonly string[]): string | undefined {
  const [root = '', ...rest] = segments
  const plain = engine.placeholderFor(root)
  if (rest.length === 0 || plain === undefined) return plain
  if (engine.placeholderForPath !== undefined) return engine.placeholderForPath(segments)
  const writable = rest.every((segment) => /^[0-9]+$/.test(segment) || engine.placeholderFor(segment) !== undefined)
  const end = plain.indexOf(root) + root.length
  return writable ? plain.slice(0, end) + rest.map(step).join('') + plain.slice(end) : undefined
}
