export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
export const booleanOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)

/** `/pattern/flags` as it stands in a case. */
export function patternOf(value: unknown): RegExp {
  const [, pattern, flags] = /^\/(.*)\/([a-z]*)$/s.exec(String(value)) ?? []
  if (pattern === undefined) throw new Error(`${String(value)} is no pattern`)
  return new RegExp(pattern, flags)
}
