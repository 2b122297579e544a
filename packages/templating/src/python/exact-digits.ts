import { shortestDigits, type DecimalDigits } from './float-repr.ts'

/** An exact fraction of two integers; every finite double is one. */
export interface ExactFraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** No double has more decimal places than this. */
const MAX_PLACES = 1100

/** The magnitude of a finite double, exactly. */
export function exactFraction(value: number): ExactFraction {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  const field = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = field === 0 ? fraction : fraction | 0x10000000000000n
  const exponent = Math.max(field, 1) - 1075
  return exponent >= 0
    ? { numerator: mantissa << BigInt(exponent), denominator: 1n }
    : { numerator: mantissa, denominator: 1n << BigInt(-exponent) }
}

/** Quotient rounded to the nearest integer, ties to the even one, as Python rounds. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const twice = (numerator % denominator) * 2n
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n)
  return up ? quotient + 1n : quotient
}

const trimmed = (digits: string): string => {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--
  return digits.slice(0, end)
}

const fromScaled = (scaled: bigint, places: number): DecimalDigits => {
  if (scaled === 0n) return { digits: '', point: 0 }
  const text = scaled.toString()
  return { digits: trimmed(text), point: text.length - places }
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent)

/** Rounded value × 10^places; `places` may be negative. */
const scaledBy = ({ numerator, denominator }: ExactFraction, places: number): bigint =>
  places >= 0 ? divideRounded(numerator * power(places), denominator) : divideRounded(numerator, denominator * power(-places))

/** Correctly rounded to `places` decimal places. Zero has no digits. */
export function digitsToPlaces(value: number, places: number): DecimalDigits {
  const used = Math.min(places, MAX_PLACES)
  return fromScaled(scaledBy(exactFraction(value), used), used)
}

/** Where the point stands in the exact value: the shortest digits of 1e23 say 24, though the double is a little below it. */
function exactPoint(value: number, { numerator, denominator }: ExactFraction): number {
  const { point } = shortestDigits(value)
  const below = point >= 1 ? numerator < denominator * power(point - 1) : numerator * power(1 - point) < denominator
  return below ? point - 1 : point
}

/** Correctly rounded to `count` significant digits. Zero has no digits. */
export function significantDigits(value: number, count: number): DecimalDigits {
  if (value === 0) return { digits: '', point: 0 }
  const fraction = exactFraction(value)
  const places = Math.min(count, MAX_PLACES) - exactPoint(value, fraction)
  return fromScaled(scaledBy(fraction, places), places)
}
