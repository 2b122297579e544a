import { exactFraction } from '../../../python/exact-digits.ts'
import { toFloat, toInt } from '../../../python/number.ts'
import { refusal } from '../failure.ts'
import { isFloat, numericOf } from '../values/numeric.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { method, type Method } from './method.ts'

const magnitudeBits = (value: Value): string => {
  const integer = BigInt(numericOf(value) ?? 0)
  return (integer < 0n ? -integer : integer).toString(2)
}

function integerRatio(value: Value): Tuple {
  const number = numericOf(value) ?? 0
  if (typeof number === 'bigint' || Number.isInteger(number)) return new Tuple([toInt(BigInt(number)), 1])
  if (!Number.isFinite(number)) throw refusal('Infinity and NaN are no ratio of integers.')
  let { numerator, denominator } = exactFraction(number)
  while (numerator % 2n === 0n && denominator > 1n) {
    numerator /= 2n
    denominator /= 2n
  }
  return new Tuple([toInt(number < 0 ? -numerator : numerator), toInt(denominator)])
}

const SHARED: readonly (readonly [string, Method<Value>])[] = [
  method('conjugate', '', 0, (_run, value: Value) => (typeof value === 'boolean' ? Number(value) : value)),
  method('as_integer_ratio', '', 0, (_run, value: Value) => integerRatio(value)),
]
const INTEGER_METHODS: ReadonlyMap<string, Method<Value>> = new Map([
  ...SHARED,
  method('bit_length', '', 0, (_run, value: Value) => magnitudeBits(value).replace(/^0$/, '').length),
  method('bit_count', '', 0, (_run, value: Value) => magnitudeBits(value).replaceAll('0', '').length),
])
const FLOAT_METHODS: ReadonlyMap<string, Method<Value>> = new Map([
  ...SHARED,
  method('is_integer', '', 0, (_run, value: Value) => Number.isInteger(numericOf(value))),
])

export const numberMethod = (value: Value, name: string): Method<Value> | undefined =>
  (isFloat(value) ? FLOAT_METHODS : INTEGER_METHODS).get(name)

/** `real`, `imag` and, for ints, `numerator` and `denominator`. */
export function numberAttribute(value: Value, name: string): Value | undefined {
  const plain = typeof value === 'boolean' ? Number(value) : value
  if (name === 'real' || (name === 'numerator' && !isFloat(value))) return plain
  if (name === 'imag') return isFloat(value) ? toFloat(0) : 0
  return name === 'denominator' && !isFloat(value) ? 1 : undefined
}
