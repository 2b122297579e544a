import type { TemplateCause } from './template-cause.ts'
import { TemplateError, type TemplatePosition } from './template-error.ts'
import type { RenderBudget } from './template-format.ts'

/** The one thing used here that pages, workers and Node all have and the language library does not name. */
declare const performance: { now(): number }

/** Bytes of UTF-8. */
export const MAX_TEMPLATE_BYTES = 262_144

/** How deep nested lists and objects may go before they are refused instead of printed or walked: far below where a stack ends. */
export const MAX_DATA_DEPTH = 500

/**
 * What one render may spend when the caller says nothing: 100,000 steps, 1 MB (2^20 UTF-16 units) of output, depth 32, 250 ms.
 *
 * *errors*: what goes over is `template_limit`.
 */
export const DEFAULT_BUDGET: RenderBudget = {
  maxSteps: 100_000,
  maxOutput: 1_048_576,
  maxDepth: 32,
  maxMs: 250,
  now: () => performance.now(),
}

/** The error of everything that is too long, too deep or too much work. */
export const limitError = (message: string, cause?: TemplateCause, position?: TemplatePosition): TemplateError =>
  new TemplateError({ code: 'template_limit', message, ...(cause && { cause }), ...(position && { position }) })
