import type { TemplateCause } from '../../template-cause.ts'
import { TemplateError } from '../../template-error.ts'

/** Thrown without a position: the place where the render stands is added at its boundary. */
export const refusal = (message: string, cause?: TemplateCause): TemplateError =>
  new TemplateError({ code: 'template_syntax', message, ...(cause && { cause }) })

/** For what the sandbox refuses, whatever the data. */
export const forbidden = (message: string): TemplateError => new TemplateError({ code: 'template_forbidden', message })
