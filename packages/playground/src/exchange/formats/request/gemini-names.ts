import { type JsonObject, isList, isObject, member } from '../../data/json-object.ts'

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The member of that name in either of the two spellings that Google's interface takes, `topP` and `top_p`. */
export function eitherMember(value: JsonObject, name: string): unknown {
  const held = member(value, name)
  return held === undefined ? member(value, snake(name)) : held
}

export const eitherText = (value: JsonObject, name: string): string | undefined => {
  const held = eitherMember(value, name)
  return typeof held === 'string' ? held : undefined
}

export const eitherNumber = (value: JsonObject, name: string): number | undefined => {
  const held = eitherMember(value, name)
  return typeof held === 'number' && Number.isFinite(held) ? held : undefined
}

export const eitherObject = (value: JsonObject, name: string): JsonObject => {
  const held = eitherMember(value, name)
  return isObject(held) ? held : {}
}

/** The names of members that are not among those given, in either spelling. */
export const otherNames = (value: JsonObject, names: readonly string[]): readonly string[] => {
  const known = new Set(names.flatMap((name) => [name, snake(name)]))
  return Object.keys(value).filter((name) => !known.has(name))
}

const TYPES: ReadonlySet<string> = new Set(['STRING', 'NUMBER', 'INTEGER', 'BOOLEAN', 'ARRAY', 'OBJECT', 'NULL'])

/** A schema with the names of types as JSON Schema writes them; Google's own writes them in capitals. */
export function plainSchema(value: unknown): unknown {
  if (isList(value)) return value.map(plainSchema)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      name === 'type' && typeof held === 'string' && TYPES.has(held) ? held.toLowerCase() : plainSchema(held),
    ]),
  )
}
