const SPELLED_OUT = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'] as const
// Not in all: Portuguese `out` and `set` would find a date in `5 out of 10`.
const SHORTENED = ['en', 'de', 'fr', 'nl'] as const

function namesIn(locale: string, form: 'long' | 'short'): readonly [string, number][] {
  const format = new Intl.DateTimeFormat(locale, { month: form, timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => [
    format
      .format(Date.UTC(2026, index, 15))
      .toLowerCase()
      .replace(/\.$/u, ''),
    index + 1,
  ])
}

/** The names of the months in lower case, in the languages that the demo models read dates in; the value counts from 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...SPELLED_OUT.flatMap((locale) => namesIn(locale, 'long')),
  ...SHORTENED.flatMap((locale) => namesIn(locale, 'short')),
])

/** All of them as alternatives of a pattern, the longer before those they begin with. */
export const MONTH_PATTERN = [...MONTHS.keys()].toSorted((one, other) => other.length - one.length).join('|')
