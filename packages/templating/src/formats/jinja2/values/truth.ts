import { PyFloat } from '../../../python/number.ts'
import { PyObject, type Value } from './value.ts'

/** Python's truth: zero, empty and missing are false. */
export function isTrue(value: Value): boolean {
  if (typeof value !== 'object') return typeof value === 'number' ? value !== 0 : Boolean(value)
  if (value === null) return false
  if (Array.isArray(value)) return value.length > 0
  if (value instanceof PyFloat) return value.value !== 0
  if (value instanceof PyObject) return value.isTrue()
  for (const key in value) if (Object.hasOwn(value, key)) return true
  return false
}
