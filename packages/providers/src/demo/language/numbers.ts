/** A number as a text writes it. */
export interface NumberAt {
  readonly text: string
  readonly value: number
  readonly at: number
}

const WRITTEN = /(?<![\p{L}\p{N}.,])[-−]?\p{Nd}+(?:[.,'’  ]\p{Nd}{3})*(?:[.,]\p{Nd}+)?(?!\p{N})/gu

/** Digits of every script are digits; each script's ten stand in a row, beginning at a multiple that the zero gives. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let code = digit.codePointAt(0) ?? 0
    if (code < 128) return digit
    const own = code
    while (/\p{Nd}/u.test(String.fromCodePoint(code - 1)) && own - code < 9) code--
    return String(own - code)
  })
}

const PLAIN = /^-?\d+(?:[.,]\d+)?$/u
const GROUPED = /^(-?\d{1,3})((?:([.,])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,](\d+))?$/u

/**
 * Reads `1,234.50`, `1.234,50`, `1 234` and `12,5`. A comma before exactly three digits parts thousands, a point only where another mark
 * follows or stands before. Null for what is no number.
 */
export function readNumber(text: string): number | null {
  const plain = asciiDigits(text)
    .replace('−', '-')
    .replace(/[\s\u00a0\u202f'’]/gu, '')
  const grouped = GROUPED.exec(plain)
  const isGrouped = grouped !== null && (grouped[3] === ',' || grouped[4] !== undefined || (grouped[2] ?? '').length > 4)
  if (isGrouped && !/^-?0/u.test(plain)) return Number(`${grouped[1] ?? ''}${(grouped[2] ?? '').replace(/\D/gu, '')}.${grouped[4] ?? '0'}`)
  return PLAIN.test(plain) ? Number(plain.replace(',', '.')) : null
}

/** The numbers of a text in order. */
export function numbersIn(text: string): readonly NumberAt[] {
  return Array.from(text.matchAll(WRITTEN), (match) => ({ text: match[0], value: readNumber(match[0]), at: match.index })).filter(
    (found): found is NumberAt => found.value !== null,
  )
}
