import { toFloat, toInt, type PyFloat } from '../../../python/number.ts'

/** Longer integers are refused by the language's own reader, too. */
const MAX_DIGITS = 4300

export interface NumberLiteral {
  readonly end: number
  /** Absent where the integer has too many digits. */
  readonly value?: number | bigint | PyFloat
}

const isDecimal = (code: number): boolean => code >= 48 && code <= 57
const isHex = (code: number): boolean => isDecimal(code) || ((code | 32) >= 97 && (code | 32) <= 102)
const PREFIXED: ReadonlyMap<string, (code: number) => boolean> = new Map([
  ['b', (code: number) => code === 48 || code === 49],
  ['o', (code: number) => code >= 48 && code <= 55],
  ['x', isHex],
])

/** The end of digits that may have single underscores between them; `from` where there is none. */
function digitsEnd(source: string, from: number, isDigit: (code: number) => boolean): number {
  let at = from
  while (isDigit(source.charCodeAt(at)) || (at > from && source[at] === '_' && isDigit(source.charCodeAt(at + 1)))) at++
  return at
}

function floatEnd(source: string, whole: number): number {
  let end = whole
  if (source[end] === '.') {
    const fraction = digitsEnd(source, end + 1, isDecimal)
    if (fraction > end + 1) end = fraction
  }
  if (source[end] === 'e' || source[end] === 'E') {
    const sign = source[end + 1]
    const from = sign === '+' || sign === '-' ? end + 2 : end + 1
    const exponent = digitsEnd(source, from, isDecimal)
    if (exponent > from) end = exponent
  }
  return end
}

function prefixedEnd(source: string, from: number): number {
  const isDigit = PREFIXED.get((source[from + 1] ?? '').toLowerCase())
  if (source[from] !== '0' || isDigit === undefined) return from
  const start = source[from + 2] === '_' ? from + 3 : from + 2
  const end = digitsEnd(source, start, isDigit)
  return end > start ? end : from
}

/** A decimal integer has no leading zero: `007` is `00` followed by `7`. */
function integerEnd(source: string, from: number, whole: number): number {
  if (source[from] !== '0') return whole
  return digitsEnd(source, from, (code) => code === 48)
}

const readInteger = (text: string): number | bigint => (text.length <= 15 ? Number(text) : toInt(BigInt(text)))

/** Reads the number that starts at a digit. After a dot (`x.0.1`) only integers stand. */
export function readNumber(source: string, from: number): NumberLiteral {
  const whole = digitsEnd(source, from, isDecimal)
  const float = source[from - 1] === '.' ? whole : floatEnd(source, whole)
  if (float > whole) return { end: float, value: toFloat(Number(source.slice(from, float).replaceAll('_', ''))) }
  const prefixed = prefixedEnd(source, from)
  const end = prefixed > from ? prefixed : integerEnd(source, from, whole)
  const text = source.slice(from, end).replaceAll('_', '')
  return text.length > MAX_DIGITS ? { end } : { end, value: readInteger(text) }
}
