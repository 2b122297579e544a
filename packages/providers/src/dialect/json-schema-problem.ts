import { isObject } from './json.ts'

const TYPES: ReadonlySet<unknown> = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'])
const SCHEMA_MAPS = ['properties', '$defs', 'definitions', 'patternProperties', 'dependentSchemas'] as const
const SCHEMA_LISTS = ['anyOf', 'allOf', 'oneOf', 'prefixItems'] as const
const SCHEMAS = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'] as const
const DEEPEST = 64

/** The first thing wrong with a schema, and where. */
export interface SchemaProblem {
  readonly path: string
  readonly message: string
}

/**
 * Finds what is certainly wrong with the build of a JSON Schema; null where nothing is. What a provider does not support beyond that is
 * the provider's to say.
 * @see https://json-schema.org/draft/2020-12
 */
export function jsonSchemaProblem(schema: unknown, path: string, depth = 0): SchemaProblem | null {
  if (typeof schema === 'boolean') return null
  if (!isObject(schema)) return { path, message: 'a schema is an object' }
  if (depth > DEEPEST) return { path, message: `a schema is nested at most ${DEEPEST} levels deep` }
  return ownProblem(schema, path) ?? nestedProblem(schema, path, depth + 1)
}

function ownProblem(schema: Readonly<Record<string, unknown>>, path: string): SchemaProblem | null {
  const { type, required, enum: options, $ref: reference } = schema
  const types = Array.isArray(type) ? type : [type]
  if (type !== undefined && (types.length === 0 || !types.every((one) => TYPES.has(one)))) {
    return { path: `${path}.type`, message: 'it is one of object, array, string, number, integer, boolean, null, or a list of them' }
  }
  if (required !== undefined && !(Array.isArray(required) && required.every((one) => typeof one === 'string'))) {
    return { path: `${path}.required`, message: 'it is a list of names' }
  }
  if (options !== undefined && !(Array.isArray(options) && options.length > 0)) {
    return { path: `${path}.enum`, message: 'it is a list of at least one value' }
  }
  if (reference !== undefined && typeof reference !== 'string') return { path: `${path}.$ref`, message: 'it is text' }
  return null
}

function nestedProblem(schema: Readonly<Record<string, unknown>>, path: string, depth: number): SchemaProblem | null {
  for (const name of SCHEMA_MAPS) {
    const held = schema[name]
    if (held === undefined) continue
    if (!isObject(held)) return { path: `${path}.${name}`, message: 'it is an object of schemas' }
    for (const [key, inner] of Object.entries(held)) {
      const problem = jsonSchemaProblem(inner, `${path}.${name}.${key}`, depth)
      if (problem !== null) return problem
    }
  }
  for (const name of SCHEMA_LISTS) {
    const held = schema[name]
    if (held === undefined) continue
    if (!Array.isArray(held) || held.length === 0) return { path: `${path}.${name}`, message: 'it is a list of at least one schema' }
    for (const [position, inner] of held.entries()) {
      const problem = jsonSchemaProblem(inner, `${path}.${name}[${position}]`, depth)
      if (problem !== null) return problem
    }
  }
  for (const name of SCHEMAS) {
    const held = schema[name]
    // Before 2020-12 `items` could also be a list.
    const inner: readonly unknown[] = held === undefined ? [] : Array.isArray(held) && name === 'items' ? held : [held]
    for (const one of inner) {
      const problem = jsonSchemaProblem(one, `${path}.${name}`, depth)
      if (problem !== null) return problem
    }
  }
  return null
}
