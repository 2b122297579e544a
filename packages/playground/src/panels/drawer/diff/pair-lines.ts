import { wordsOf } from './words.ts'

/** More pairs than this are not weighed: lines are taken as they stand. */
const MOST_PAIRS = 900
/** Lines with less in common than this are two lines, as a share of their words. */
const LEAST_LIKENESS = 0.3

export interface LinePair {
  readonly removed: number
  readonly added: number
}

/** Which removed line became which added one: the most likeness that there is without crossing. */
export function pairLines(removed: readonly string[], added: readonly string[]): readonly LinePair[] {
  if (removed.length * added.length > MOST_PAIRS || removed.length === added.length)
    return Array.from({ length: Math.min(removed.length, added.length) }, (_, at) => ({ removed: at, added: at }))
  const [old, fresh] = [removed.map(wordSet), added.map(wordSet)]
  const width = added.length + 1
  /** The best that the lines from there on can make. */
  const best = new Float64Array((removed.length + 1) * width)
  const at = (line: number, other: number) => best[line * width + other] ?? 0
  const gain = (line: number, other: number) => likeness(old[line], fresh[other])
  for (let line = removed.length - 1; line >= 0; line -= 1)
    for (let other = added.length - 1; other >= 0; other -= 1)
      best[line * width + other] = Math.max(at(line + 1, other), at(line, other + 1), at(line + 1, other + 1) + gain(line, other))
  const pairs: LinePair[] = []
  for (let line = 0, other = 0; line < removed.length && other < added.length;) {
    const here = at(line, other)
    if (gain(line, other) > 0 && here === at(line + 1, other + 1) + gain(line, other)) {
      pairs.push({ removed: line, added: other })
      line += 1
      other += 1
    } else if (here === at(line + 1, other)) line += 1
    else other += 1
  }
  return pairs
}

const wordSet = (line: string): ReadonlySet<string> => new Set(wordsOf(line.slice(0, 2000)).filter((word) => word.trim() !== ''))

function likeness(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): number {
  if (one === undefined || other === undefined || one.size + other.size === 0) return 0
  let common = 0
  for (const word of one) if (other.has(word)) common += 1
  const share = (2 * common) / (one.size + other.size)
  return share >= LEAST_LIKENESS ? share : 0
}
