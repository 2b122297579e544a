import { type JsonObject, isList, isObject } from '../../data/json-object.ts'
import { type JsonDocument, tellFault } from '../../data/json-document.ts'
import type { FormatInput } from '../../import/format-reader.ts'
import { MAX_READ_ROWS } from '../../import/limits.ts'

export interface ObjectLine {
  readonly line: number | null
  readonly value: JsonObject
}

/** `exact`: for values that become text, digit for digit; else numbers are numbers. */
function valuesOf(document: JsonDocument, isExact: boolean): readonly { readonly line: number | null; readonly value: unknown }[] {
  if (document.kind === 'lines') return document.lines.map(({ line, value, exact }) => ({ line, value: isExact ? exact() : value }))
  const value = isExact ? document.exact() : document.value
  return isList(value) ? value.map((item) => ({ line: null, value: item })) : [{ line: 1, value }]
}

/** The objects of a file that has one a line, or a list of them. Lines that are none are reported and left out. */
export function objectLines({ document, problems }: FormatInput, isExact: boolean): readonly ObjectLine[] | null {
  if (document === undefined) return null
  if (document.kind === 'lines') for (const fault of document.faults) tellFault(fault, 'warning', problems)
  const values = valuesOf(document, isExact)
  if (values.length > MAX_READ_ROWS) {
    problems.add('error', 'too-many-rows', { limit: MAX_READ_ROWS })
    return null
  }
  const objects: ObjectLine[] = []
  for (const { line, value } of values) {
    if (isObject(value)) objects.push({ line, value })
    else problems.add('warning', 'not-an-object', {}, line)
  }
  return objects
}
