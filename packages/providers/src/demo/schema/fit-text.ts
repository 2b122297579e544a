import type { JsonSchema } from '../chat-request.ts'
import { ownValue } from '../json-value.ts'

/** For formats that an empty string would break: values that are plainly nobody's, from the ranges kept for examples. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['email', 'nobody@example.invalid'],
  ['uri', 'about:blank'],
  ['url', 'about:blank'],
  ['date', '0001-01-01'],
  ['date-time', '0001-01-01T00:00:00Z'],
  ['time', '00:00:00Z'],
  ['uuid', '00000000-0000-0000-0000-000000000000'],
  ['ipv4', '0.0.0.0'],
  ['ipv6', '::'],
  ['hostname', 'example.invalid'],
])

const lengthOf = (schema: JsonSchema, key: string): number | null => {
  const value = ownValue(schema, key)
  return typeof value === 'number' ? value : null
}

/** Whether a pattern is simple enough to be tried: no group is repeated, so that no text can make it run away. */
const isTame = (pattern: string): boolean => pattern.length <= 200 && !/\)[*+{]/u.test(pattern)

function keepsPattern(text: string, pattern: unknown): boolean {
  if (typeof pattern !== 'string' || !isTame(pattern)) return true
  try {
    return new RegExp(pattern, 'u').test(text.slice(0, 1000))
  } catch {
    return true
  }
}

/** The text made to fit the lengths of the schema; null where it breaks the schema's pattern and cannot be mended. */
export function fitText(text: string, schema: JsonSchema): string | null {
  const format = ownValue(schema, 'format')
  const filler = text === '' && typeof format === 'string' ? (EXAMPLES.get(format) ?? '') : text
  const [min, max] = [lengthOf(schema, 'minLength'), lengthOf(schema, 'maxLength')]
  const characters = Array.from(filler)
  const cut = max !== null && characters.length > max ? characters.slice(0, Math.max(0, max)).join('') : filler
  const length = Array.from(cut).length
  const padded = min !== null && length < min && min <= 10_000 ? cut + (cut === '' ? '-' : '.').repeat(min - length) : cut
  return text === '' || keepsPattern(padded, ownValue(schema, 'pattern')) ? padded : null
}
