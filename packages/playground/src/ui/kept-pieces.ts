export interface KeptPiece {
  readonly text: string
  /** Where it begins, in the whole text. */
  readonly at: number
  /** A number such as KW-20418: a line must not end at its hyphen. */
  readonly isKept: boolean
}

/** Longer ones are no numbers that somebody reads out, and would not fit a narrow line. UTF-16 units. */
const LONGEST = 24

/** Begins only where a word begins: looked for at every letter of a long word, it would take the square of its length. */
const NUMBERED = /(?<![\p{L}\d])[\p{L}\d]+(?:[-‐][\p{L}\d]+)+/gu

/** A text cut at the numbers that belong on one line. Nothing of it is lost. */
export function keptPieces(text: string): readonly KeptPiece[] {
  const pieces: KeptPiece[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(NUMBERED)) {
    if (found.length > LONGEST || !/\d/.test(found)) continue
    if (index > from) pieces.push({ text: text.slice(from, index), at: from, isKept: false })
    pieces.push({ text: found, at: index, isKept: true })
    from = index + found.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), at: from, isKept: false })
  return pieces
}
