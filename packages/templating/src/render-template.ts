import { problemOf } from './problem-of.ts'
import type { TemplateProblem } from './template-error.ts'
import type { ParsedTemplate, RenderBudget, TemplateInputs } from './template-format.ts'
import { DEFAULT_BUDGET } from './template-limits.ts'

export type RenderResult = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem }

/**
 * Fills a template in. Never throws, and never gives part of a text.
 *
 * *errors*: `missing_variables` with every missing name, `template_limit` over the budget, `template_syntax` and
 * `template_forbidden` for what shows only with the inputs.
 */
export function renderTemplate(template: ParsedTemplate, inputs: TemplateInputs, budget: RenderBudget = DEFAULT_BUDGET): RenderResult {
  try {
    return { ok: true, text: template.render(inputs, budget) }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}
