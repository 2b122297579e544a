import { refusal } from '../failure.ts'
import { codePointLength } from './code-points.ts'
import { mappingSize } from './mapping.ts'
import { textOf } from './markup.ts'
import { typeName } from './type-name.ts'
import { isInputObject, isList, PyObject, type Value } from './value.ts'

/** Python's `len`; undefined where the value has none. */
export function lengthOf(value: Value): number | undefined {
  const text = textOf(value)
  if (text !== undefined) return codePointLength(text)
  if (isList(value)) return value.length
  if (value instanceof PyObject) return value.length
  return isInputObject(value) ? mappingSize(value) : undefined
}

export function demandLength(value: Value): number {
  const length = lengthOf(value)
  if (length === undefined) throw refusal(`A value of type '${typeName(value)}' has no length; a string, a list or a mapping has one.`)
  return length
}
