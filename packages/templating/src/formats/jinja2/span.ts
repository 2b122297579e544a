import type { TemplateCause } from '../../template-cause.ts'
import { positionAt, TemplateError, type TemplateErrorCode } from '../../template-error.ts'

/** A stretch of the original source in UTF-16 units; line and column are worked out only when an error needs them. */
export interface Span {
  readonly offset: number
  readonly length: number
}

export const errorAt = (
  source: string,
  span: Span,
  message: string,
  code: TemplateErrorCode = 'template_syntax',
  cause?: TemplateCause,
): TemplateError => new TemplateError({ code, message, ...(cause && { cause }), position: positionAt(source, span.offset, span.length) })
