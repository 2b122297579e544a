import { parseJson } from './json-text/parse-json.ts'
import type { TemplateInputs } from './template-format.ts'

/**
 * The arguments of a tool's call as the values of a template. A model that has nothing to say sends no text at all.
 *
 * *Shape*: JSON without loss, as `parseJson` reads it.
 * *Errors*: null for what is no JSON object.
 */
export function inputsOfArguments(text: string): TemplateInputs | null {
  if (text.trim() === '') return {}
  try {
    const value = parseJson(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TemplateInputs) : null
  } catch {
    return null
  }
}
