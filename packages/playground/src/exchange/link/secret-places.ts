import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { isSecretName, looksSecret } from '../data/drop-secrets.ts'
import { isList, isObject } from '../data/json-object.ts'

/** Where something stands that looks like a key. Numbers count from 1. */
export type SecretPlace =
  | { readonly kind: 'message'; readonly number: number }
  | { readonly kind: 'value'; readonly number: number; readonly name: string }
  | { readonly kind: 'case'; readonly number: number }
  | { readonly kind: 'setting'; readonly name: string }

type Path = readonly (string | number)[]

/** A text that settings call a key is one, whatever it looks like. */
const isKeyOfSettings = (path: Path): boolean => path.includes('llmConfig') && isSecretName(String(path.at(-1)))

function* secretPaths(value: unknown, path: Path): Generator<Path> {
  if (typeof value === 'string') {
    if (looksSecret(value) || isKeyOfSettings(path)) yield path
  } else if (isList(value)) for (const [index, item] of value.entries()) yield* secretPaths(item, [...path, index])
  else if (isObject(value)) for (const [name, held] of Object.entries(value)) yield* secretPaths(held, [...path, name])
}

function placeOf(path: Path): SecretPlace {
  const numberAfter = (name: string): number => {
    const next = path[path.indexOf(name) + 1]
    return typeof next === 'number' ? next + 1 : 1
  }
  if (path[0] === 'rows')
    return path[2] === 'data'
      ? { kind: 'value', number: numberAfter('rows'), name: String(path[3]) }
      : { kind: 'case', number: numberAfter('rows') }
  return path.includes('messages')
    ? { kind: 'message', number: numberAfter('messages') }
    : { kind: 'setting', name: String(path.findLast((part) => typeof part === 'string')) }
}

/** Everything in a snapshot that looks like a key, each place once: it is for the person who shares it to judge. */
export function secretPlaces(snapshot: PlaygroundSnapshot): readonly SecretPlace[] {
  const places = [...secretPaths(snapshot, [])].map(placeOf)
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()]
}
