import { toFloat, toInt } from '../../../python/number.ts'
import { limitError } from '../../../template-limits.ts'
import { refusal } from '../failure.ts'
import { binary } from '../operators/binary.ts'
import type { Run } from '../run.ts'
import { formatValue } from '../text/format-value.ts'
import { parseFloatText, parseIntegerText } from '../text/parse-number.ts'
import { roundFloat, roundInteger } from '../text/round.ts'
import type { Bound } from '../values/argument.ts'
import { textOf } from '../values/markup.ts'
import { demandInteger, demandNumber, floatOf, integerOf, numericOf } from '../values/numeric.ts'
import { isTrue } from '../values/truth.ts'
import { demand } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { filter, type Filter } from './filter.ts'

const truncated = (value: number): Value | undefined => (Number.isFinite(value) ? toInt(BigInt(Math.trunc(value))) : undefined)

function toInteger(_run: Run, value: Value, [fallback = 0, base = 10]: Bound): Value {
  demand(value)
  const text = textOf(value)
  if (text !== undefined) {
    const integer = parseIntegerText(text, demandInteger(base, 'The base'))
    const float = integer === undefined ? parseFloatText(text) : undefined
    return integer ?? (float === undefined ? undefined : truncated(float)) ?? fallback
  }
  const number = numericOf(value)
  if (number === undefined) return fallback
  if (number === Infinity || number === -Infinity) throw limitError('Infinity cannot be an integer; test the number first.')
  return typeof number === 'bigint' ? number : (truncated(number) ?? fallback)
}

function toFloatValue(_run: Run, value: Value, [fallback]: Bound): Value {
  demand(value)
  const text = textOf(value)
  const number = text === undefined ? numericOf(value) : parseFloatText(text)
  return number === undefined ? (fallback ?? toFloat(0)) : toFloat(floatOf(number))
}

function abs(run: Run, value: Value): Value {
  const number = demandNumber(value, 'The value of abs')
  if (integerOf(value) === undefined) return toFloat(Math.abs(Number(number)))
  return number < 0 ? binary(run, '-', 0, value) : toInt(BigInt(number))
}

function round(run: Run, value: Value, [precision = 0, method = 'common']: Bound): Value {
  const name = textOf(method)
  const places = demandInteger(precision, 'The precision')
  if (name === 'common') {
    const number = demandNumber(value, 'The value of round')
    return integerOf(value) === undefined ? toFloat(roundFloat(Number(number), places)) : roundInteger(number, places)
  }
  if (name !== 'ceil' && name !== 'floor') throw refusal('The method of round is "common", "ceil" or "floor".')
  const factor = binary(run, '**', 10, places)
  const scaled = demandNumber(binary(run, '*', value, factor), 'The value of round')
  const whole = typeof scaled === 'bigint' ? scaled : truncated(name === 'ceil' ? Math.ceil(scaled) : Math.floor(scaled))
  if (whole === undefined) throw limitError('Infinity and NaN cannot be rounded to an integer.')
  return binary(run, '/', whole, factor)
}

const PREFIXES = ['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y']

function filesizeformat(run: Run, value: Value, [binaryUnits = false]: Bound): Value {
  demand(value)
  const text = textOf(value)
  const bytes = text === undefined ? Number(demandNumber(value, 'A file size')) : parseFloatText(text)
  if (bytes === undefined) throw refusal('A file size must be a number of bytes.')
  const binaryPrefix = isTrue(run, binaryUnits)
  const base = binaryPrefix ? 1024 : 1000
  if (bytes === 1) return '1 Byte'
  if (bytes < base) return `${BigInt(Math.trunc(bytes))} Bytes`
  const found = PREFIXES.findIndex((_prefix, index) => bytes < base ** (index + 2))
  const index = found < 0 ? PREFIXES.length - 1 : found
  const prefix = PREFIXES[index] ?? ''
  const shown = formatValue(run, toFloat((base * bytes) / base ** (index + 2)), '.1f')
  return `${shown} ${binaryPrefix ? `${prefix.toUpperCase()}iB` : `${prefix}B`}`
}

/** Filters that give a number, or print one. */
export const NUMBER_FILTERS: readonly (readonly [string, Filter])[] = [
  filter('abs', '', 0, abs),
  filter('int', 'default base', 0, toInteger),
  filter('float', 'default', 0, toFloatValue),
  filter('round', 'precision method', 0, round),
  filter('filesizeformat', 'binary', 0, filesizeformat),
]
