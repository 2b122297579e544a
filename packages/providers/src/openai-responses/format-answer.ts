import { jsonOf } from '../dialect/json.ts'

/** An answer that a model wrote as a value rather than as text. A list of nothing but numbers is a version: `[4, 1]` is 4.1. */
export function formatAnswer(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return spelled(value)
  return value.every((item) => typeof item === 'number') ? value.join('.') : value.map(spelled).join(' ')
}

const spelled = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? jsonOf(value) : String(value)
