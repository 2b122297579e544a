import type { StepMeter } from '../step-meter.ts'
import type { TemplateValue } from '../template-format.ts'
import type { JsonPath } from './ast.ts'
import { parseJsonPath } from './parse.ts'
import { queryJsonPath } from './query.ts'

export type Resolution = { readonly found: true; readonly value: TemplateValue } | { readonly found: false }

export const NOT_FOUND: Resolution = { found: false }

/** What a parsed path stands for in a template: its only match, or the list of its matches. A null is a match. */
export function resolveParsedPath(path: JsonPath | null, root: TemplateValue, meter?: StepMeter): Resolution {
  if (path === null) return NOT_FOUND
  const found = queryJsonPath(path, root, meter)
  const [first] = found
  if (first === undefined) return NOT_FOUND
  return { found: true, value: found.length === 1 ? first : found }
}

/**
 * Reads a path and resolves it; a malformed path finds nothing.
 *
 * @throws TemplateError `template_limit` as `queryJsonPath` does
 */
export const resolveJsonPath = (expression: string, root: TemplateValue, meter?: StepMeter): Resolution =>
  resolveParsedPath(parseJsonPath(expression), root, meter)
