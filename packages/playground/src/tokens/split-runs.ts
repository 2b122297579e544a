/** The work on one unbroken run grows with the square of its length. */
export const LONGEST_RUN = 512

const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN + 1},}|\\s{${LONGEST_RUN + 1},}`, 'g')
const isLowHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

function* piecesOf(run: string): Generator<string> {
  for (let from = 0; from < run.length;) {
    let to = Math.min(run.length, from + LONGEST_RUN)
    // A character of two units stays whole.
    if (to < run.length && isLowHalf(run.charCodeAt(to))) to -= 1
    yield run.slice(from, to)
    from = to
  }
}

/** The text in pieces whose unbroken runs are at most 512 units long; one piece where there is no longer run. Joined they are the text. */
export function splitRuns(text: string): readonly string[] {
  const pieces: string[] = []
  let from = 0
  for (const match of text.matchAll(LONG_RUN)) {
    if (match.index > from) pieces.push(text.slice(from, match.index))
    pieces.push(...piecesOf(match[0]))
    from = match.index + match[0].length
  }
  if (from < text.length || pieces.length === 0) pieces.push(text.slice(from))
  return pieces
}
