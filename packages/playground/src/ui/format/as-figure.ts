const RIGHT_TO_LEFT_MARK = '\u200f'
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const POP_ISOLATE = '\u2069'

/**
 * A sum of money as one figure. `Intl` begins it with a mark in Arabic, after which a currency in Latin letters falls apart (`$US 0.01`):
 * the figure is isolated instead and reads from left to right, as on a bill.
 */
export const asFigure = (text: string): string =>
  text.includes(RIGHT_TO_LEFT_MARK) ? `${LEFT_TO_RIGHT_ISOLATE}${text.replaceAll(RIGHT_TO_LEFT_MARK, '')}${POP_ISOLATE}` : text
