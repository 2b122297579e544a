import type { Found } from './found.ts'
import { MONTH_PATTERN, MONTHS } from './months.ts'

/** A date as written. `iso` is `YYYY-MM-DD`, null where the text names no year or no day of the calendar (`Monday`, `tomorrow`). */
export interface FoundDate extends Found {
  readonly iso: string | null
}

const ORDINAL = String.raw`(?:st|nd|rd|th|\.|º|er)?`
const FORMS: readonly { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => readonly [string, string, string] }[] = [
  { pattern: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/gu, read: ([year = '', month = '', day = '']) => [year, month, day] },
  { pattern: /(?<!\d)(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/gu, read: ([year = '', month = '', day = '']) => [year, month, day] },
  {
    pattern: /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/gu,
    read: ([day = '', month = '', year = '']) => [year, month, day],
  },
  // With slashes the month comes first, as in the United States, unless it cannot.
  {
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/gu,
    read: ([first = '', second = '', year = '']) => (Number(first) > 12 ? [year, second, first] : [year, first, second]),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(\d{1,2})${ORDINAL}\s+(?:of |de )?(${MONTH_PATTERN})\.?(?![\p{L}])(?:,?\s+(?:de )?(\d{4}))?`,
      'giu',
    ),
    read: ([day = '', month = '', year = '']) => [year, month, day],
  },
  {
    pattern: new RegExp(String.raw`(?<![\p{L}\d])(${MONTH_PATTERN})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{4}))?`, 'giu'),
    read: ([month = '', day = '', year = '']) => [year, month, day],
  },
  { pattern: /(\d{4})年(\d{1,2})月(\d{1,2})日/gu, read: ([year = '', month = '', day = '']) => [year, month, day] },
]
const RELATIVE =
  /(?<!\p{L})(?:(?:next |last |this |on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|today|tomorrow|yesterday|tonight|next (?:week|month|year)|heute|morgen früh|gestern|demain|hier|mañana|ayer)(?!\p{L})/giu

function isoOf(year: string, month: string, day: string): string | null {
  const years = year.length === 2 ? 2000 + Number(year) : Number(year)
  const months = MONTHS.get(month.toLowerCase()) ?? Number(month)
  const days = Number(day)
  const date = new Date(Date.UTC(years, months - 1, days))
  const isReal = year !== '' && date.getUTCMonth() === months - 1 && date.getUTCDate() === days
  return isReal ? `${String(years).padStart(4, '0')}-${String(months).padStart(2, '0')}-${String(days).padStart(2, '0')}` : null
}

/** The dates of a text in order, those of the calendar first. */
export function datesIn(text: string): readonly FoundDate[] {
  const found = FORMS.flatMap(({ pattern, read }) =>
    Array.from(text.matchAll(pattern), (match): FoundDate => {
      const [year, month, day] = read(match.slice(1))
      return { text: match[0].trim(), at: match.index, iso: isoOf(year, month, day) }
    }),
  ).toSorted((one, other) => one.at - other.at)
  const relative = Array.from(text.matchAll(RELATIVE), (match): FoundDate => ({
    text: match[0].replace(/^on /iu, ''),
    at: match.index,
    iso: null,
  }))
  return [...found, ...relative]
}

const TIME =
  /(?<![\d:.])(?:([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?(?:\s?([ap]m|[ap]\.m\.))?|(1[0-2]|[1-9])\s?([ap]m|[ap]\.m\.))(?![\d:\p{L}])/giu

export interface FoundTime extends Found {
  /** `HH:MM:SS`, on the clock of 24 hours. */
  readonly iso: string
}

export function timesIn(text: string): readonly FoundTime[] {
  return Array.from(text.matchAll(TIME), (match) => {
    const half = (match[4] ?? match[6] ?? '').toLowerCase()
    const hour = Number(match[1] ?? match[5])
    const hours = half.startsWith('p') && hour < 12 ? hour + 12 : half.startsWith('a') && hour === 12 ? 0 : hour
    return { text: match[0].trim(), at: match.index, iso: `${String(hours).padStart(2, '0')}:${match[2] ?? '00'}:${match[3] ?? '00'}` }
  })
}
