/** JSON from a provider: nothing about it is certain until it was looked at. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

export const asObject = (value: unknown): Json | null => (isObject(value) ? value : null)
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Text that is there and not empty, else null. */
export const asFilled = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The JSON in a text, or undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A value as JSON; empty where it is nested too deep to be written, though it could be read. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}
