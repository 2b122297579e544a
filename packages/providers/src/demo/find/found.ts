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

/** Those that share no character with any of the others. */
export function apartFrom<Kind extends Found>(found: readonly Kind[], others: readonly Found[]): readonly Kind[] {
  const taken = new Set<number>()
  for (const { text, at } of others) for (let place = at; place < at + text.length; place++) taken.add(place)
  return found.filter(({ text, at }) => {
    for (let place = at; place < at + text.length; place++) if (taken.has(place)) return false
    return true
  })
}
