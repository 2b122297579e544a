import { PyFloat } from '../../../python/number.ts'
import type { Run } from '../run.ts'
import { mappingSize } from './mapping.ts'
import { isList, PyObject, type Value } from './value.ts'

/** Python's truth: zero, empty and missing are false. */
export function isTrue(run: Run, value: Value): boolean {
  if (typeof value !== 'object') return typeof value === 'number' ? value !== 0 : Boolean(value)
  if (value === null) return false
  if (isList(value)) return value.length > 0
  if (value instanceof PyFloat) return value.value !== 0
  return value instanceof PyObject ? value.isTrue() : mappingSize(run, value) > 0
}
