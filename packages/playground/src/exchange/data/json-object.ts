/** JSON that somebody else wrote, read by own properties only, so that `__proto__` and `constructor` are names like any other. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** The member of that name; undefined where the object has none of its own. */
export const member = (value: JsonObject, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined)

export function textMember(value: JsonObject, name: string): string | undefined {
  const held = member(value, name)
  return typeof held === 'string' ? held : undefined
}

export function numberMember(value: JsonObject, name: string): number | undefined {
  const held = member(value, name)
  return typeof held === 'number' && Number.isFinite(held) ? held : undefined
}

/** Without members that are undefined, for types in which a member is there or not. */
export function defined<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>
  }
}

/** A record without a prototype, for names that people chose. */
export function bareRecord<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const record: Record<string, Value> = Object.create(null)
  for (const [name, value] of entries) record[name] = value
  return record
}
