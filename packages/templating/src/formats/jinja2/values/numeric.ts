import { PyFloat } from '../../../python/number.ts'
import { limitError } from '../../../template-limits.ts'
import { refusal } from '../failure.ts'
import { typeName } from './type-name.ts'
import { demand } from './undefined.ts'
import type { Value } from './value.ts'

/** The plain number behind any number or boolean: what JavaScript can compare exactly. Undefined for anything else. */
export function numericOf(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return value instanceof PyFloat ? value.value : undefined
}

/** An int or a boolean as an exact integer; undefined for anything else. */
export function integerOf(value: Value): number | bigint | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'bigint' ? value : undefined
}

export const isFloat = (value: Value): boolean => value instanceof PyFloat || (typeof value === 'number' && !Number.isInteger(value))

/** A number as a float. */
export function floatOf(value: number | bigint): number {
  const float = Number(value)
  if (typeof value === 'bigint' && !Number.isFinite(float)) throw limitError('An integer is too large to be used as a float.')
  return float
}

/** A value where Python takes an integer only: a width, a count, an index. */
export function demandInteger(value: Value, what: string): number {
  demand(value)
  const integer = integerOf(value)
  if (integer === undefined) throw refusal(`${what} must be an integer, not a value of type '${typeName(value)}'; use the int filter.`)
  return Number(integer)
}

/** A value where Python takes any real number. */
export function demandNumber(value: Value, what: string): number | bigint {
  demand(value)
  const number = numericOf(value)
  if (number === undefined)
    throw refusal(`${what} must be a number, not a value of type '${typeName(value)}'; use the int or float filter.`)
  return number
}
