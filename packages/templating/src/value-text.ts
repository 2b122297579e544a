import { toJsonText } from './json-text/to-json-text.ts'
import { PyFloat } from './python/number.ts'
import { pyStr } from './python/str.ts'
import type { TemplateValue } from './template-format.ts'

/**
 * How curly, mustache and every JSONPath tag print a value: text as it is, objects and arrays as JSON, other scalars as Python's `str`.
 *
 * @throws TemplateError `template_limit` as `toJsonText` does
 */
export function valueText(value: TemplateValue, maxLength?: number): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && !(value instanceof PyFloat) ? toJsonText(value, maxLength) : pyStr(value)
}
