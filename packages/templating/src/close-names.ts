const MAX_NAME_LENGTH = 40
const MAX_COMPARED = 1000
const MAX_CANDIDATES = 3

/** Edits (insert, delete, replace, swap neighbours) between two names; at most `limit + 1`, which means more than `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return Math.min(last[right.length] ?? 0, limit + 1)
}

const folded = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '')

/**
 * The names that a mistyped one may mean, best first, at most three: those that differ in case, spaces, `-` and `_` only, then those
 * within a third of its length in edits. Long names and long lists are looked at in part only, so the work is bounded.
 */
export function closeNames(name: string, among: Iterable<string>): readonly string[] {
  if (name.length > MAX_NAME_LENGTH) return []
  const limit = Math.max(1, Math.floor(name.length / 3))
  const found: { readonly candidate: string; readonly distance: number }[] = []
  let compared = 0
  for (const candidate of among) {
    if (++compared > MAX_COMPARED) break
    if (candidate === name || candidate === '' || candidate.length > MAX_NAME_LENGTH) continue
    const distance = folded(candidate) === folded(name) ? 0 : editDistance(name.toLowerCase(), candidate.toLowerCase(), limit)
    if (distance <= limit && distance < Math.max(name.length, candidate.length)) found.push({ candidate, distance })
  }
  return found
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, MAX_CANDIDATES)
    .map(({ candidate }) => candidate)
}
