/** The fields of an object whose shape nobody has vouched for. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isText = (value: unknown): value is string => typeof value === 'string'
export const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
export const isAmountOrNull = (value: unknown): value is number | null => value === null || isAmount(value)
export const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)

/** A null is an absent field, here as everywhere on the wire. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null
export const isTextOrAbsent = (value: unknown): value is string | null | undefined => isAbsent(value) || isText(value)
export const isCountOrAbsent = (value: unknown): value is number | null | undefined => isAbsent(value) || isCount(value)
export const isAmountOrAbsent = (value: unknown): value is number | null | undefined => isAbsent(value) || isAmount(value)

export const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every((item: unknown) => isItem(item))
export const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isFields(value) && Object.values(value).every((held) => isText(held))

/** A guard for a closed list of names. */
export function isOneOf<Name extends string>(names: readonly Name[]): (value: unknown) => value is Name {
  const known: ReadonlySet<unknown> = new Set(names)
  return (value): value is Name => known.has(value)
}
