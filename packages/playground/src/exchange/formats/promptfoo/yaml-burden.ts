import { lineAt } from '../../data/line-at.ts'

/** What a document may have of marks that begin a value. Each costs the reader about a kilobyte. */
export const MAX_YAML_VALUES = 1_000_000
/** Brackets that are open at once, some of those in texts included. Nobody writes so many; each costs the reader a call. */
const MAX_OPEN = 1000
/** Lists and keys that begin in one line, `- - ? `. */
const MAX_DASHES = 100
/** The columns that a line may be indented by; each level takes one. */
const MAX_INDENT = 1000

export type YamlBurden = { readonly kind: 'depth'; readonly line: number } | { readonly kind: 'values' }

const isMark = (unit: number): boolean => unit === 44 || unit === 58 || unit === 10
const isOpening = (unit: number): boolean => unit === 91 || unit === 123

/** How many columns, and how many dashes, a line begins with. */
function startOf(text: string, from: number): { readonly indent: number; readonly dashes: number } {
  let at = from
  let dashes = 0
  for (; ; at++) {
    const unit = text.charCodeAt(at)
    if ((unit === 45 || unit === 63) && text.charCodeAt(at + 1) === 32) dashes++
    else if (unit !== 32) break
  }
  return { indent: at - from, dashes }
}

/**
 * Whether a text would keep a reader of YAML busy for longer, or in more memory, than a page has. It counts marks without knowing what
 * they mean, so its limits are far above what any configuration has. One pass; nothing is built. Null where the text can be read.
 */
export function yamlBurden(text: string): YamlBurden | null {
  let open = 0
  let values = 0
  /** Whether a value may begin here; behind other characters a bracket is one of a text. */
  let isStart = true
  for (let at = 0; at < text.length; at++) {
    if (at === 0 || text.charCodeAt(at - 1) === 10) {
      const { indent, dashes } = startOf(text, at)
      values += dashes
      if (dashes > MAX_DASHES || indent > MAX_INDENT) return { kind: 'depth', line: lineAt(text, at) }
      at += indent
      isStart = true
    }
    const unit = text.charCodeAt(at)
    if (isOpening(unit) && isStart) open++
    else if (unit === 93 || unit === 125) open = Math.max(0, open - 1)
    if (open > MAX_OPEN) return { kind: 'depth', line: lineAt(text, at) }
    if (isMark(unit) || isOpening(unit)) values++
    if (values > MAX_YAML_VALUES) return { kind: 'values' }
    if (unit !== 32) isStart = isMark(unit) || (isOpening(unit) && isStart)
  }
  return null
}
