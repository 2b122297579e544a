import { type JsonObject, isList, isObject } from '../../data/json-object.ts'
import type { JsonDocument } from '../../data/json-document.ts'
import type { FormatInput } from '../../import/format-reader.ts'
import { MAX_READ_ROWS } from '../../import/limits.ts'

export interface ObjectLine {
  readonly line: number | null
  readonly value: JsonObject
}

function valuesOf(document: JsonDocument): readonly { readonly line: number | null; readonly value: unknown }[] {
  if (document.kind === 'lines') return document.lines
  return isList(document.value) ? document.value.map((value) => ({ line: null, value })) : [{ line: 1, value: document.value }]
}

/** The objects of a file that has one a line, or a list of them. Lines that are none are reported and left out. */
export function objectLines({ document, problems }: FormatInput): readonly ObjectLine[] | null {
  if (document === undefined) return null
  if (document.kind === 'lines') for (const { line, detail } of document.faults) problems.add('warning', 'json-syntax', { detail }, line)
  const values = valuesOf(document)
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
