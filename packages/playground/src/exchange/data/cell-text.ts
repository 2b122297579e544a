import { PyFloat, toJsonText } from '@vitrine/templating'

/** Far above what a cell holds, so that only depth can fail. */
const MAX_CELL_TEXT = 100_000_000

type JsonValue = Parameters<typeof toJsonText>[0]

/** Only what JSON and YAML make: no other object reaches a cell. */
const isJsonValue = (value: unknown): value is JsonValue =>
  value instanceof PyFloat || ['string', 'number', 'bigint', 'boolean', 'object'].includes(typeof value)

/**
 * What stands in a cell for a value of a file: a text as it is, anything else as JSON, nothing for null.
 *
 * @throws TemplateError where the value is nested too deeply to be written
 */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined || !isJsonValue(value)) return ''
  return toJsonText(value, MAX_CELL_TEXT)
}
