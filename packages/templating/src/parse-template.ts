import type { TemplateFormat } from '@vitrine/contracts'
import { engineOf } from './formats/registry.ts'
import { problemOf } from './problem-of.ts'
import type { TemplateProblem } from './template-error.ts'
import type { ParsedTemplate } from './template-format.ts'
import { limitError, MAX_TEMPLATE_BYTES } from './template-limits.ts'

export type ParseResult =
  | { readonly ok: true; readonly template: ParsedTemplate }
  | { readonly ok: false; readonly problem: TemplateProblem }

function isTooLong(source: string): boolean {
  if (source.length * 3 <= MAX_TEMPLATE_BYTES) return false
  let bytes = 0
  for (let index = 0; index < source.length && bytes <= MAX_TEMPLATE_BYTES; index++) {
    const unit = source.charCodeAt(index)
    // Each half of a surrogate pair counts two of the pair's four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return bytes > MAX_TEMPLATE_BYTES
}

/**
 * Reads a template once, for any number of renders. Never throws.
 *
 * *errors*: `template_syntax` (also for a format that `loadFormat` has not loaded), `template_forbidden`, or `template_limit` for more than 256 KB of UTF-8.
 */
export function parseTemplate(format: TemplateFormat, source: string): ParseResult {
  try {
    if (isTooLong(source)) throw limitError(`The template is longer than ${MAX_TEMPLATE_BYTES / 1024} KB.`)
    return { ok: true, template: engineOf(format).parse(source) }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}
