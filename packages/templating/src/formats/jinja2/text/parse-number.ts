import { decimalDigit } from '../../../python/decimal-digit.ts'
import { toInt } from '../../../python/number.ts'
import { isAscii } from './is-ascii.ts'
import { pyStrip } from '../../../python/whitespace.ts'

/** Longer integers are refused by Python's own reader, too. */
const MAX_DIGITS = 4300
const PREFIXES: ReadonlyMap<string, number> = new Map([
  ['0x', 16],
  ['0o', 8],
  ['0b', 2],
])
const FLOAT = /^[+-]?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|inf(?:inity)?|nan)$/i

/** Decimal digits of every script as ASCII ones. */
function asciiDigits(text: string): string {
  if (isAscii(text)) return text
  return Array.from(text, (character) => {
    const digit = decimalDigit(character)
    return digit < 0 ? character : String(digit)
  }).join('')
}

/** Underscores may stand between digits, one at a time. */
const withoutUnderscores = (text: string): string | undefined =>
  text.includes('_') ? (/^_|__|_$|_(?![0-9a-z])|(?<![0-9a-z])_/i.test(text) ? undefined : text.replaceAll('_', '')) : text

function digitsToInteger(digits: string, base: number): number | bigint | undefined {
  let value = 0n
  const radix = BigInt(base)
  for (const character of digits.toLowerCase()) {
    const code = character.charCodeAt(0)
    const digit = code >= 97 && code <= 122 ? code - 87 : code >= 48 && code <= 57 ? code - 48 : 99
    if (digit >= base) return undefined
    value = value * radix + BigInt(digit)
  }
  return toInt(value)
}

/** Python's `int(text, base)`; undefined where it would refuse. */
export function parseIntegerText(text: string, base: number): number | bigint | undefined {
  if (base !== 0 && (base < 2 || base > 36)) return undefined
  const whole = asciiDigits(pyStrip(text))
  const sign = /^[+-]/.test(whole) ? whole.slice(0, 1) : ''
  const body = whole.slice(sign.length)
  const prefixed = PREFIXES.get(body.slice(0, 2).toLowerCase())
  const takesPrefix = prefixed !== undefined && (base === 0 || base === prefixed)
  const rest = takesPrefix ? body.slice(body[2] === '_' ? 3 : 2) : body
  const digits = withoutUnderscores(rest)
  if (digits === undefined || digits === '' || digits.length > MAX_DIGITS) return undefined
  if (base === 0 && !takesPrefix && /^0+[1-9]/.test(digits)) return undefined
  const value = digitsToInteger(digits, takesPrefix ? prefixed : base === 0 ? 10 : base)
  if (value === undefined || sign !== '-') return value
  return typeof value === 'bigint' ? toInt(-value) : 0 - value
}

/** Python's `float(text)`; undefined where it would refuse. */
export function parseFloatText(text: string): number | undefined {
  const plain = withoutUnderscores(asciiDigits(pyStrip(text)))
  if (plain === undefined || !FLOAT.test(plain)) return undefined
  const lower = plain.toLowerCase()
  if (lower.includes('nan')) return Number.NaN
  if (lower.includes('inf')) return lower.startsWith('-') ? -Infinity : Infinity
  return Number(plain)
}
