const ROWS = [
  'one two three four five six seven eight nine ten eleven twelve',
  'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  'un deux trois quatre cinq six sept huit neuf dix onze douze',
  'un dos tres cuatro cinco seis siete ocho nueve diez once doce',
] as const
const NUMBERS: ReadonlyMap<string, number> = new Map(
  ROWS.flatMap((row) => row.split(' ').map((word, index): [string, number] => [word, index + 1])),
)
const ONES: ReadonlySet<string> = new Set(['a', 'an', 'single', 'a single', 'eine', 'einem', 'einen', 'einer', 'une', 'una'])

/** The words that `readCount` reads, as alternatives of a pattern. */
export const COUNT_PATTERN = [String.raw`\d{1,6}`, ...ONES, ...NUMBERS.keys()].toSorted((one, other) => other.length - one.length).join('|')

/** `3`, `three`, `a single`: how many are meant, null for anything else. */
export function readCount(text: string): number | null {
  const word = text.trim().toLowerCase()
  if (/^\d{1,6}$/u.test(word)) return Number(word)
  return ONES.has(word) ? 1 : (NUMBERS.get(word) ?? null)
}
