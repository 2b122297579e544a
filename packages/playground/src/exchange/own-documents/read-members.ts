import { type JsonObject, isList, isObject, member } from '../data/json-object.ts'
import { DocumentFault } from './document-fault.ts'

const at = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

export function objectAt(value: unknown, path: string): JsonObject {
  if (isObject(value)) return value
  throw new DocumentFault(path, 'object')
}

export function listAt(value: JsonObject, name: string, path: string): readonly unknown[] {
  const held = member(value, name)
  if (isList(held)) return held
  throw new DocumentFault(at(path, name), 'list')
}

export function textAt(value: JsonObject, name: string, path: string): string {
  const held = member(value, name)
  if (typeof held === 'string') return held
  throw new DocumentFault(at(path, name), 'text')
}

/** Where something stands among others. */
export function placeAt(value: JsonObject, name: string, path: string): number {
  const place = member(value, name)
  if (typeof place === 'number' && Number.isSafeInteger(place) && place >= 0) return place
  throw new DocumentFault(at(path, name), 'place')
}

export function oneOf<Name extends string>(value: JsonObject, name: string, names: readonly Name[], path: string): Name {
  const held = member(value, name)
  const found = names.find((known) => known === held)
  if (found !== undefined) return found
  throw new DocumentFault(at(path, name), 'one-of', names)
}

/** A record of texts without a prototype; absent is empty. */
export function textsAt(value: JsonObject, name: string, path: string): readonly (readonly [string, string])[] {
  const held = member(value, name) ?? {}
  const record = objectAt(held, at(path, name))
  return Object.keys(record).map((key) => [key, textAt(record, key, at(path, name))] as const)
}
