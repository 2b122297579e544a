import { Dict } from './dict.ts'
import { textOf } from './markup.ts'
import { isInputObject, type InputObject, type Value } from './value.ts'

export type Mapping = Dict | InputObject

export const isMapping = (value: Value): value is Mapping => value instanceof Dict || isInputObject(value)

/** The value under a key; undefined where the mapping has no such key of its own. */
export function mappingGet(mapping: Mapping, key: Value): Value | undefined {
  if (mapping instanceof Dict) return mapping.get(key)
  const name = textOf(key)
  return name !== undefined && Object.hasOwn(mapping, name) ? mapping[name] : undefined
}

export const mappingSize = (mapping: Mapping): number => (mapping instanceof Dict ? mapping.size : Object.keys(mapping).length)

export const mappingEntries = (mapping: Mapping): Iterable<readonly [Value, Value]> =>
  mapping instanceof Dict ? mapping.entries() : Object.entries(mapping)
