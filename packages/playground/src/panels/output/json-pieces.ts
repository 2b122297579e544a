/** Whether a text is, or begins like, a JSON object or list. */
export const looksLikeJson = (text: string): boolean => /^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:["{[\d\]tfn-]|$))/.test(text)

export interface JsonPiece {
  readonly text: string
  /** Where it begins, in the whole text. */
  readonly at: number
  /** A member's name with its colon. */
  readonly isKey: boolean
}

/** Names apart from values, so that values stand out. A text that breaks off, as while it streams, is cut the same way. */
export function jsonPieces(text: string): readonly JsonPiece[] {
  const pieces: JsonPiece[] = []
  let from = 0
  for (const { 0: key, index } of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:/g)) {
    if (index > from) pieces.push({ text: text.slice(from, index), at: from, isKey: false })
    pieces.push({ text: key, at: index, isKey: true })
    from = index + key.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), at: from, isKey: false })
  return pieces
}

/** Line ends and indents of pretty JSON as single spaces: a cell has few lines. Text inside quotes is not touched, it holds none. */
export const onOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()
