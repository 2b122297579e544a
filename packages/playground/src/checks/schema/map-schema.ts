export type SchemaNode = Readonly<Record<string, unknown>>

/** What is data in a schema, not a schema. */
const DATA = new Set(['const', 'enum', 'default', 'examples', 'required', 'type', 'dependentRequired'])
/** Names of somebody's own, each with a schema. */
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas', 'dependencies', 'definitions', '$defs'])
const MAX_DEPTH = 100

const isObject = (value: unknown): value is SchemaNode => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A schema with every schema inside it replaced, the innermost first. Anything that is not known to be data may be one: references reach
 * everywhere.
 *
 * @throws RangeError where it is nested deeper than 100 levels
 */
export function mapSchema(schema: unknown, replace: (node: SchemaNode) => SchemaNode, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new RangeError(`A schema may be nested ${MAX_DEPTH} levels deep.`)
  if (Array.isArray(schema)) return schema.map((one) => mapSchema(one, replace, depth + 1))
  if (!isObject(schema)) return schema
  const inner = (value: unknown) => mapSchema(value, replace, depth + 1)
  return replace(
    mapValues(schema, (key, value) => {
      if (DATA.has(key)) return value
      return NAMED.has(key) && isObject(value) ? mapValues(value, (_, named) => inner(named)) : inner(value)
    }),
  )
}

/** `Object.fromEntries` makes `__proto__` a key like any other. */
export const mapValues = (node: SchemaNode, map: (key: string, value: unknown) => unknown): SchemaNode =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(key, value)]))
