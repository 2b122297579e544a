const CASED = /[\p{Lowercase}\p{Uppercase}\p{Lt}]/u
/** The digraphs with a title case of their own, by any of their three forms. */
const DIGRAPHS: ReadonlyMap<string, string> = new Map(
  [
    ['\u01c4', '\u01c5', '\u01c6'],
    ['\u01c7', '\u01c8', '\u01c9'],
    ['\u01ca', '\u01cb', '\u01cc'],
    ['\u01f1', '\u01f2', '\u01f3'],
  ].flatMap(([upper = '', title = '', lower = '']): [string, string][] => [upper, title, lower].map((form) => [form, title])),
)

/** The title case of one character: of a ligature only the first letter is upper. */
function titleCase(character: string): string {
  const upper = DIGRAPHS.get(character) ?? character.toUpperCase()
  const [first = '', ...rest] = upper
  return first + rest.join('').toLowerCase()
}

const isCased = (character: string): boolean => CASED.test(character)

export function capitalize(text: string): string {
  const [first = ''] = text
  return titleCase(first) + text.toLowerCase().slice(first.toLowerCase().length)
}

/** Every character with its lower case; a final sigma depends on what stands around it, so the whole text is lowered at once. */
function* withLower(text: string): Generator<readonly [string, string], void> {
  const lowered = text.toLowerCase()
  let at = 0
  for (const character of text) {
    const end = at + character.toLowerCase().length
    yield [character, lowered.slice(at, end)]
    at = end
  }
}

/** Python's `str.title`: every run of letters starts upper. The filter of that name splits words differently. */
export function toTitle(text: string): string {
  let out = ''
  let inWord = false
  for (const [character, lower] of withLower(text)) {
    out += inWord ? lower : titleCase(character)
    inWord = isCased(character)
  }
  return out
}

export function swapCase(text: string): string {
  let out = ''
  for (const [character, lower] of withLower(text)) out += /\p{Uppercase}/u.test(character) ? lower : character.toUpperCase()
  return out
}

/** What makes texts equal whatever their case: `ß` is `ss`. The dotless i has no other case to fold to. */
export function foldCase(text: string): string {
  let out = ''
  for (const character of text) out += character === 'ı' ? character : character.toUpperCase().toLowerCase()
  return out
}
