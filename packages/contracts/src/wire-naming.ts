/**
 * The only place that knows both spellings. In TypeScript names are camelCase, on the wire snake_case. `toWire` and `fromWire` rename
 * the keys of our own documents, however deep, and never look inside a field that holds somebody else's JSON.
 */
const OPAQUE = [
  'inputs',
  'schema',
  'tools',
  'tool_choice',
  'extra_body',
  'meta',
  'attributes',
  'parsed',
  'headers',
  'data',
  'sent',
  'from',
  'to',
  'annotations',
  'references',
  'links',
  'response',
  'error',
  'native',
  'results',
] as const
type Opaque = (typeof OPAQUE)[number]

type SnakeCase<Text extends string> = Text extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${SnakeCase<Tail>}`
    : `_${Lowercase<Head>}${SnakeCase<Tail>}`
  : ''

/** The wire form of a document: the same shape with snake_case keys. */
export type Wire<Value> = Value extends string | number | boolean | bigint | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Wire<Item>[]
    : {
        [Key in keyof Value as Key extends string ? SnakeCase<Key> : Key]: Key extends string
          ? SnakeCase<Key> extends Opaque
            ? Value[Key]
            : Wire<Value[Key]>
          : Value[Key]
      }

const opaque: ReadonlySet<string> = new Set(OPAQUE)
const snakeNames = new Map<string, string>()
const camelNames = new Map<string, string>()

/** Names come from types of ours, so the maps stay as small as those; what else turns up is spelled anew each time. */
function spelled(names: Map<string, string>, name: string, spell: (name: string) => string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const spelling = spell(name)
  if (names.size < 512) names.set(name, spelling)
  return spelling
}
export const toSnakeCase = (name: string): string =>
  spelled(snakeNames, name, (text) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
export const toCamelCase = (name: string): string =>
  spelled(camelNames, name, (text) => text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, rename))
  const result: Record<string, unknown> = {}
  for (const [key, held] of Object.entries(value)) {
    const name = rename(key)
    const next = typeof held !== 'object' || opaque.has(toSnakeCase(key)) ? held : renamed(held, rename)
    // A key named `__proto__` must stay a key: assignment would set the prototype instead.
    if (name === '__proto__') Object.defineProperty(result, name, { value: next, enumerable: true, writable: true, configurable: true })
    else result[name] = next
  }
  return result
}

export const toWire = <Value>(value: Value): Wire<Value> => renamed(value, toSnakeCase) as Wire<Value>
export const fromWire = <Value>(value: Wire<Value>): Value => renamed(value, toCamelCase) as Value
