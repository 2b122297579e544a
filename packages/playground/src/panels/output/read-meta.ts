type Meta = Readonly<Record<string, unknown>> | undefined

/** A member of somebody else's JSON, by its own key only. */
export const field = (meta: Meta, name: string): unknown => (meta !== undefined && Object.hasOwn(meta, name) ? meta[name] : undefined)

export function textIn(meta: Meta, name: string): string | null {
  const value = field(meta, name)
  return typeof value === 'string' ? value : null
}

export function numberIn(meta: Meta, name: string): number | null {
  const value = field(meta, name)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export const record = (value: unknown): Meta =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : undefined
