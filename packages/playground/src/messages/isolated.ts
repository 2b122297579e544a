import { directionOf } from '../text-direction.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const POP_ISOLATE = '\u2069'
const RIGHT_TO_LEFT_MARK = '\u200F'
/** The innermost isolates. */
const ISOLATES = /[\u2066\u2068][^\u2066\u2068\u2069]*\u2069/g

/**
 * A value on its way into a sentence. Where sentences run from right to left, each value keeps its own direction, so that a name, a figure
 * or a key in Latin letters neither turns around nor pulls its neighbours with it. Signs alone, as of code, read from left to right.
 */
export const isolated = (value: unknown, locale: string): unknown =>
  (typeof value === 'string' || typeof value === 'number') && directionOf(locale) === 'rtl'
    ? `${/\p{L}/u.test(String(value)) ? FIRST_STRONG_ISOLATE : LEFT_TO_RIGHT_ISOLATE}${value}${POP_ISOLATE}`
    : value

/**
 * A sentence that begins with a value. `dir="auto"` looks into isolates and would take the value's direction for the sentence's, so a
 * mark tells it where the sentence has words of its own.
 */
export function withDirection(text: string, locale: string): string {
  if (!/^[\u2066\u2068]/.test(text) || directionOf(locale) !== 'rtl') return text
  return /\p{L}/u.test(text.replaceAll(ISOLATES, '')) ? `${RIGHT_TO_LEFT_MARK}${text}` : text
}
