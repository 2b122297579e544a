import type { TemplateValue } from '../template-format.ts'
import { layFloatOut, type FloatLayout } from './float-format.ts'
import { FormatRangeError, FormatSpecError, FormatTypeError } from './format-spec-error.ts'
import { parseFormatSpec, type FormatSpec } from './format-spec-parse.ts'
import { PyFloat } from './number.ts'
import { padNumber, padText } from './pad.ts'
import { pyStr } from './str.ts'
import { pyTypeName } from './type-name.ts'

const INTEGER_TYPES = 'bcdoxXn'
const FLOAT_TYPES = 'eEfFgGn%'
const RADIX: ReadonlyMap<string, number> = new Map([
  ['b', 2],
  ['o', 8],
  ['x', 16],
  ['X', 16],
])

const refuse = (condition: boolean, what: string, type: string): void => {
  if (condition) throw new FormatSpecError(`${what} is not allowed in a format specification for ${type}.`)
}

/** How many UTF-16 units the first `count` code points take. */
function unitsOf(text: string, count: number): number {
  let units = 0
  let left = count
  for (const character of text) {
    if (left-- <= 0) break
    units += character.length
  }
  return units
}

const unknownType = (spec: FormatSpec, type: string): FormatSpecError =>
  new FormatSpecError(`Unknown format code '${spec.type}' for a value of type '${type}'.`)

function formatText(value: string, spec: FormatSpec): string {
  if (spec.type !== '' && spec.type !== 's') throw unknownType(spec, 'str')
  refuse(spec.sign !== '', 'A sign', 'text')
  refuse(spec.noNegativeZero, "'z'", 'text')
  refuse(spec.alternate, "'#'", 'text')
  refuse(spec.align === '=', "The alignment '='", 'text')
  refuse(spec.grouping !== '', `'${spec.grouping}'`, 'text')
  const text = spec.precision < 0 ? value : value.slice(0, unitsOf(value, spec.precision))
  return padText(text, spec.fill, spec.align ?? '<', spec.width)
}

const signOf = (negative: boolean, spec: FormatSpec): string => {
  if (negative) return '-'
  return spec.sign === '+' || spec.sign === ' ' ? spec.sign : ''
}

function formatCharacter(value: bigint, spec: FormatSpec): string {
  refuse(spec.sign !== '', 'A sign', "the integer code 'c'")
  refuse(spec.alternate, "'#'", "the integer code 'c'")
  if (value < 0n || value > 0x10ffffn) throw new FormatRangeError(`${value} is no code point, so it cannot be printed with 'c'.`)
  return padNumber({ sign: '', prefix: '', digits: String.fromCodePoint(Number(value)), rest: '' }, spec)
}

function formatInteger(value: bigint, spec: FormatSpec): string {
  refuse(spec.precision >= 0, 'A precision', 'integers')
  refuse(spec.noNegativeZero, "'z'", 'integers')
  if (spec.type === 'c') return formatCharacter(value, spec)
  const magnitude = value < 0n ? -value : value
  const digits = magnitude.toString(RADIX.get(spec.type) ?? 10)
  const prefix = spec.alternate && RADIX.has(spec.type) ? `0${spec.type}` : ''
  const shown = spec.type === 'X' ? digits.toUpperCase() : digits
  return padNumber({ sign: signOf(value < 0n, spec), prefix, digits: shown, rest: '' }, spec)
}

function layoutOf(spec: FormatSpec): FloatLayout {
  const lower = spec.type.toLowerCase()
  const { alternate } = spec
  if (lower === '') return { kind: spec.precision < 0 ? 'shortest' : 'g', precision: spec.precision, alternate, dotZero: true }
  const kind = lower === 'e' ? 'e' : lower === 'f' || lower === '%' ? 'f' : 'g'
  return { kind, precision: spec.precision < 0 ? 6 : spec.precision, alternate, dotZero: false }
}

function formatFloat(given: number, spec: FormatSpec): string {
  const value = spec.type === '%' ? given * 100 : given
  const upper = spec.type !== '' && 'EFG'.includes(spec.type)
  const end = spec.type === '%' ? '%' : ''
  const negative = value < 0 || Object.is(value, -0)
  if (!Number.isFinite(value)) {
    const word = Number.isNaN(value) ? 'nan' : 'inf'
    return padNumber({ sign: signOf(negative, spec), prefix: '', digits: '', rest: (upper ? word.toUpperCase() : word) + end }, spec)
  }
  const laid = layFloatOut(value, layoutOf(spec))
  const isZero = /^[0.]*(?:e|$)/.test(laid)
  const sign = signOf(negative && !(spec.noNegativeZero && isZero), spec)
  const split = laid.search(/[.e]/)
  const digits = split < 0 ? laid : laid.slice(0, split)
  const rest = split < 0 ? '' : laid.slice(split)
  return padNumber({ sign, prefix: '', digits, rest: (upper ? rest.toUpperCase() : rest) + end }, spec)
}

function formatIntegral(value: bigint, spec: FormatSpec, type: string): string {
  if (spec.type === '' || INTEGER_TYPES.includes(spec.type)) return formatInteger(value, spec)
  if (!FLOAT_TYPES.includes(spec.type)) throw unknownType(spec, type)
  const float = Number(value)
  if (!Number.isFinite(float)) throw new FormatRangeError('The integer is too large to be printed as a float.')
  return formatFloat(float, spec)
}

/**
 * Python's `format(value, spec)` for text, integers, floats, booleans and, with an empty specification only, everything else.
 *
 * @throws FormatSpecError what Python refuses with `ValueError`; its subclasses `FormatTypeError` and `FormatRangeError` stand for
 * `TypeError` and `OverflowError`. A `FormatRangeError` is a `template_limit`, the others are `template_syntax`
 */
export function formatValue(value: TemplateValue, spec: string): string {
  if (spec === '') return pyStr(value)
  if (typeof value === 'string') return formatText(value, parseFormatSpec(spec))
  if (value instanceof PyFloat || (typeof value === 'number' && !Number.isInteger(value))) {
    const parsed = parseFormatSpec(spec)
    if (parsed.type !== '' && !FLOAT_TYPES.includes(parsed.type)) throw unknownType(parsed, 'float')
    return formatFloat(value instanceof PyFloat ? value.value : value, parsed)
  }
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return formatIntegral(BigInt(value), parseFormatSpec(spec), pyTypeName(value))
  throw new FormatTypeError(`A value of type '${pyTypeName(value)}' takes no format specification.`)
}
