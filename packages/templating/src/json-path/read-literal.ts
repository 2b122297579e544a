import { toInt } from '../python/number.ts'
import type { PathLiteral } from './ast.ts'
import type { PathReader } from './path-reader.ts'

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['/', '/'],
  ['\\', '\\'],
])

export const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9'

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

function readHex(reader: PathReader): number {
  const digits = reader.text.slice(reader.at, reader.at + 4)
  let code = 0
  for (const digit of digits) {
    const value = '0123456789abcdef'.indexOf(digit.toLowerCase())
    if (value < 0) throw reader.problem('expected a hexadecimal digit')
    code = code * 16 + value
  }
  if (digits.length < 4) throw reader.problem('expected four hexadecimal digits')
  reader.at += 4
  return code
}

function readUnicodeEscape(reader: PathReader): string {
  const code = readHex(reader)
  if (isLowSurrogate(code)) throw reader.problem('half a surrogate pair')
  if (!isHighSurrogate(code)) return String.fromCharCode(code)
  reader.expect('\\u')
  const low = readHex(reader)
  if (!isLowSurrogate(low)) throw reader.problem('half a surrogate pair')
  return String.fromCharCode(code, low)
}

function readEscape(reader: PathReader, quote: string): string {
  const unit = reader.peek() ?? ''
  reader.at++
  if (unit === 'u') return readUnicodeEscape(reader)
  const plain = unit === quote ? quote : SIMPLE_ESCAPES.get(unit)
  if (plain === undefined) throw reader.problem('unknown escape')
  return plain
}

/** A string in single or double quotes, with JSON's escapes and its own quote's. */
export function readString(reader: PathReader): string {
  const quote = reader.peek() ?? ''
  reader.at++
  let out = ''
  for (;;) {
    out += reader.takeWhile((unit) => unit !== quote && unit !== '\\' && unit >= ' ')
    if (reader.take(quote)) return out
    if (!reader.take('\\')) throw reader.problem('string without an end')
    out += readEscape(reader, quote)
  }
}

/** An integer within ±2^53, without a leading zero; undefined where none stands. */
export function readInteger(reader: PathReader): number | undefined {
  if (!isDigit(reader.peek()) && !(reader.peek() === '-' && isDigit(reader.peek(1)))) return undefined
  const sign = reader.take('-') ? '-' : ''
  const digits = reader.takeWhile(isDigit)
  const value = Number(sign + digits)
  if ((digits.startsWith('0') && (digits.length > 1 || sign === '-')) || !Number.isSafeInteger(value)) {
    throw reader.problem('not an index')
  }
  return value
}

function readNumber(reader: PathReader): PathLiteral {
  const start = reader.at
  reader.take('-')
  const whole = reader.takeWhile(isDigit)
  if (whole === '' || (whole.length > 1 && whole.startsWith('0'))) throw reader.problem('not a number')
  let integral = true
  if (reader.take('.')) {
    integral = false
    if (reader.takeWhile(isDigit) === '') throw reader.problem('digits missing after the point')
  }
  if (reader.take('e') || reader.take('E')) {
    integral = false
    if (!reader.take('-')) reader.take('+')
    if (reader.takeWhile(isDigit) === '') throw reader.problem('digits missing in the exponent')
  }
  const text = reader.text.slice(start, reader.at)
  if (integral) return toInt(BigInt(text))
  return Number(text)
}

const WORDS: ReadonlyMap<string, PathLiteral> = new Map<string, PathLiteral>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** A literal of a filter expression; undefined where none stands. */
export function readLiteral(reader: PathReader): { readonly value: PathLiteral } | undefined {
  const unit = reader.peek()
  if (unit === '"' || unit === "'") return { value: readString(reader) }
  if (unit === '-' || isDigit(unit)) return { value: readNumber(reader) }
  for (const [word, value] of WORDS) if (reader.take(word)) return { value }
  return undefined
}
