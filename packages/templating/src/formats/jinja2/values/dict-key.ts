import { PyFloat } from '../../../python/number.ts'
import { refusal } from '../failure.ts'
import { textOf } from './markup.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'
import { Undefined } from './undefined.ts'
import { PyObject, type Value } from './value.ts'

/** What a `Map` can tell apart exactly where Python's equality does. */
export type DictKey = string | number | bigint | null | PyObject

/** Strings that begin with it stand for other things; such strings are themselves prefixed. */
const ESCAPE = '\0'

const numberKey = (value: number): number | bigint => (Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value)

/** Equal values have equal keys: `1`, `1.0` and `True` are one. */
export function dictKey(value: Value): DictKey {
  const text = textOf(value)
  if (text !== undefined) return text.startsWith(ESCAPE) ? ESCAPE + text : text
  if (typeof value === 'number') return numberKey(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'bigint' || value === null) return value
  if (value instanceof PyFloat) return numberKey(value.value)
  if (value instanceof Tuple) return `${ESCAPE}t${value.items.map((item) => tuplePart(dictKey(item))).join('')}`
  if (value instanceof Undefined) return `${ESCAPE}u`
  if (value instanceof PyObject && value.hashable) return value
  throw refusal(`A value of type '${typeName(value)}' can change, so it cannot be a key; use a string, a number or a tuple.`)
}

/** Each part says its kind and its length, so that no two tuples look alike. */
function tuplePart(key: DictKey): string {
  if (key instanceof PyObject) throw refusal(`A value of type '${key.typeName}' cannot be part of a key; use a string or a number.`)
  const text = String(key)
  return `${typeof key === 'bigint' ? 'number' : typeof key}${text.length}:${text}`
}

/** Whether a value can be a key at all. */
export const isHashable = (value: Value): boolean => {
  if (value instanceof Tuple) return value.items.every(isHashable)
  return typeof value !== 'object' || value === null || value instanceof PyFloat || (value instanceof PyObject && value.hashable)
}
