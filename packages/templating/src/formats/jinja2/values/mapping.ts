import type { Run } from '../run.ts'
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

/** Listing the keys of a large object takes long, so it is done once in a render. */
export function keysOf(run: Run, object: InputObject): readonly string[] {
  const known = run.keys.get(object)
  if (known !== undefined) return known
  const keys = Object.keys(object)
  run.spend(keys.length)
  run.keys.set(object, keys)
  return keys
}

export const mappingSize = (run: Run, mapping: Mapping): number => (mapping instanceof Dict ? mapping.size : keysOf(run, mapping).length)

export function mappingEntries(run: Run, mapping: Mapping): Iterable<readonly [Value, Value]> {
  run.spend(mappingSize(run, mapping))
  if (mapping instanceof Dict) return mapping.entries()
  return keysOf(run, mapping).map((key) => [key, mapping[key] ?? null] as const)
}
