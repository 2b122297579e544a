import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { mappingSize } from './mapping.ts'
import { textOf } from './markup.ts'
import { typeName } from './type-name.ts'
import { isInputObject, isList, PyObject, type Value } from './value.ts'

/** Python's `len`; undefined where the value has none. */
export function lengthOf(run: Run, value: Value): number | undefined {
  const text = textOf(value)
  if (text !== undefined) return run.points(text).length
  if (isList(value)) return value.length
  if (value instanceof PyObject) return value.length
  return isInputObject(value) ? mappingSize(run, value) : undefined
}

export function demandLength(run: Run, value: Value): number {
  const length = lengthOf(run, value)
  if (length === undefined) throw refusal(`A value of type '${typeName(value)}' has no length; a string, a list or a mapping has one.`)
  return length
}
