type Schema = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A schema that an example fulfils: its fields, all of them required and no others allowed. Items of a list count together, so a field
 * that only some of them have is not required.
 */
export function inferSchema(example: unknown): Schema {
  if (example === null) return { type: 'null' }
  if (Array.isArray(example)) {
    const items = example.map(inferSchema)
    return items.length === 0 ? { type: 'array', items: {} } : { type: 'array', items: items.reduce(merged) }
  }
  if (isFields(example)) {
    const properties: Record<string, unknown> = Object.create(null)
    for (const [name, value] of Object.entries(example)) properties[name] = inferSchema(value)
    return { type: 'object', properties, required: Object.keys(example), additionalProperties: false }
  }
  if (typeof example === 'number') return { type: Number.isInteger(example) ? 'integer' : 'number' }
  return { type: typeof example }
}

/** A schema for what either allows. */
function merged(one: Schema, other: Schema): Schema {
  const both = [...optionsOf(one)]
  for (const option of optionsOf(other)) {
    const at = both.findIndex((known) => canMerge(known, option))
    const known = both[at]
    if (known === undefined) both.push(option)
    else both[at] = mergedAlike(known, option)
  }
  const [first] = both
  if (first !== undefined && both.length === 1) return first
  const isPlain = both.every((option) => Object.keys(option).length === 1)
  return isPlain ? { type: both.map(({ type }) => type) } : { anyOf: both }
}

function optionsOf(schema: Schema): readonly Schema[] {
  const { anyOf, type } = schema
  if (Array.isArray(anyOf)) return anyOf.filter(isFields)
  return Array.isArray(type) ? type.map((one: unknown) => ({ type: one })) : [schema]
}

const isNumber = ({ type }: Schema): boolean => type === 'integer' || type === 'number'
const canMerge = (one: Schema, other: Schema): boolean => one['type'] === other['type'] || (isNumber(one) && isNumber(other))

function mergedAlike(one: Schema, other: Schema): Schema {
  if (isNumber(one)) return { type: one['type'] === other['type'] ? one['type'] : 'number' }
  if (one['type'] === 'array') return { type: 'array', items: mergedItems(one['items'], other['items']) }
  if (one['type'] !== 'object') return one
  const left = isFields(one['properties']) ? one['properties'] : {}
  const right = isFields(other['properties']) ? other['properties'] : {}
  const properties: Record<string, unknown> = Object.create(null)
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const a = Object.hasOwn(left, name) ? left[name] : undefined
    const b = Object.hasOwn(right, name) ? right[name] : undefined
    properties[name] = isFields(a) && isFields(b) ? merged(a, b) : (a ?? b)
  }
  const inOther = new Set(Array.isArray(other['required']) ? other['required'] : [])
  const required = (Array.isArray(one['required']) ? one['required'] : []).filter((name) => inOther.has(name))
  return { type: 'object', properties, required, additionalProperties: false }
}

const isKnown = (items: unknown): items is Schema => isFields(items) && Object.keys(items).length > 0

/** An empty list says nothing of its items. */
function mergedItems(one: unknown, other: unknown): unknown {
  if (!isKnown(one)) return other
  return isKnown(other) ? merged(one, other) : one
}
