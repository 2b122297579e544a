import { TemplateError, type TemplateProblem } from './template-error.ts'

/** A failure as data. What is no `TemplateError` is an engine at its end (stack, string length), so it counts as a limit. */
export const problemOf = (error: unknown): TemplateProblem =>
  error instanceof TemplateError
    ? error.problem
    : { code: 'template_limit', message: 'The template asks for more than can be computed. Shorten it or its values.' }
