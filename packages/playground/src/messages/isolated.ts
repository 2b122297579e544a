import { directionOf } from '../text-direction.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/**
 * A value on its way into a sentence. Where sentences run from right to left, each value keeps its own direction, so that a name, a figure
 * or a key in Latin letters neither turns around nor pulls its neighbours with it.
 */
export const isolated = (value: unknown, locale: string): unknown =>
  (typeof value === 'string' || typeof value === 'number') && directionOf(locale) === 'rtl'
    ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`
    : value
