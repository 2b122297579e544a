import { isList, isObject, type JsonObject, member } from '../../../exchange/data/json-object.ts'

const DEEPEST = 8

/** Arguments that a schema allows, to try a result with: what it says itself where it does, else the plainest value of each type. */
export const exampleArguments = (schema: JsonObject | undefined): unknown => (schema === undefined ? {} : example(schema, schema, 0))

function example(schema: unknown, root: JsonObject, depth: number): unknown {
  if (!isObject(schema) || depth > DEEPEST) return null
  for (const name of ['const', 'default']) if (Object.hasOwn(schema, name)) return schema[name]
  for (const name of ['examples', 'enum', 'anyOf', 'oneOf', 'allOf']) {
    const choices = member(schema, name)
    if (isList(choices) && choices.length > 0)
      return name === 'examples' || name === 'enum' ? choices[0] : example(choices[0], root, depth + 1)
  }
  const pointer = member(schema, '$ref')
  if (typeof pointer === 'string') return example(referred(pointer, root), root, depth + 1)
  return plainest(schema, root, depth)
}

function plainest(schema: JsonObject, root: JsonObject, depth: number): unknown {
  const types = member(schema, 'type')
  const properties = member(schema, 'properties')
  const type: unknown = isList(types) ? types.find((one) => one !== 'null') : (types ?? (isObject(properties) ? 'object' : 'string'))
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(isObject(properties) ? properties : {}).map(([name, inner]) => [name, example(inner, root, depth + 1)]),
    )
  if (type === 'array') return Object.hasOwn(schema, 'items') ? [example(schema['items'], root, depth + 1)] : []
  if (type === 'integer' || type === 'number') {
    const least = member(schema, 'minimum')
    return typeof least === 'number' ? least : 1
  }
  if (type === 'boolean') return true
  return type === 'null' ? null : 'text'
}

/** A schema that stands elsewhere in the same one; undefined where there is none. */
function referred(pointer: string, root: JsonObject): unknown {
  if (!pointer.startsWith('#')) return undefined
  const steps = pointer.slice(1).split('/').slice(1)
  return steps.reduce<unknown>(
    (at, step) => (isObject(at) ? member(at, step.replaceAll('~1', '/').replaceAll('~0', '~')) : undefined),
    root,
  )
}
