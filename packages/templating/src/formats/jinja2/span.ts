import { positionAt, TemplateError, type TemplateErrorCode } from '../../template-error.ts'

/** A stretch of the original source in UTF-16 units; line and column are worked out only when an error needs them. */
export interface Span {
  readonly offset: number
  readonly length: number
}

export const errorAt = (source: string, span: Span, message: string, code: TemplateErrorCode = 'template_syntax'): TemplateError =>
  new TemplateError({ code, message, position: positionAt(source, span.offset, span.length) })
