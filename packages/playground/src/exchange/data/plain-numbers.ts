import { PyFloat } from '@vitrine/templating'
import { isList, isObject } from './json-object.ts'

/**
 * Data whose numbers are all plain ones: long integers are rounded and floats without a fraction are numbers. Under members that
 * `exact` names they stay as they were written, digit for digit.
 */
export function plainNumbers(value: unknown, exact: ReadonlySet<string> = new Set()): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof PyFloat) return value.value
  if (isList(value)) return value.map((item) => plainNumbers(item, exact))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, exact.has(name) ? held : plainNumbers(held, exact)]))
}
