/** Longer names are nobody's typing error; comparing them would only cost time. */
const LONGEST = 80
const MOST = 3

/** Edits (insert, delete, replace, swap neighbours) that turn one text into the other. */
function distance(from: string, to: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

/** The known names that a mistyped one may have meant, nearest first, at most three. */
export function closeNames(typed: string, known: Iterable<string>): readonly string[] {
  if (typed.length === 0 || typed.length > LONGEST) return []
  const lowered = typed.toLowerCase()
  const near: { name: string; edits: number }[] = []
  for (const name of known) {
    // A name that only goes on (a snapshot's date, a forgotten suffix) is near, however long the rest is.
    const goesOn = lowered.startsWith(name) || name.startsWith(lowered)
    const edits = goesOn ? Math.min(1, Math.abs(lowered.length - name.length)) : distance(lowered, name)
    if (edits <= Math.max(2, Math.floor(name.length / 4))) near.push({ name, edits })
  }
  return near
    .toSorted((one, other) => one.edits - other.edits || one.name.length - other.name.length)
    .slice(0, MOST)
    .map(({ name }) => name)
}
