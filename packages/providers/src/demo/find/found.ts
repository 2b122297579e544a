/** Something that a text says, as it is written there. */
export interface Found {
  readonly text: string
  readonly at: number
}

/** All matches of a pattern; the first group where there is one, else the whole. */
export const matchesOf = (text: string, pattern: RegExp): readonly Found[] =>
  Array.from(text.matchAll(pattern), (match) => {
    const part = match[1] ?? match[0]
    return { text: part.trim(), at: match.index + match[0].indexOf(part) }
  }).filter((found) => found.text !== '')

/** Whether two stretches of a text share a character. */
export const overlaps = (one: Found, other: Found): boolean => one.at < other.at + other.text.length && other.at < one.at + one.text.length
