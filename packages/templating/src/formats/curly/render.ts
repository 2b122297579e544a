import { missingError } from '../../missing-variables.ts'
import { RenderOutput } from '../../output.ts'
import type { RenderBudget, TemplateInputs } from '../../template-format.ts'
import { valueText } from '../../value-text.ts'
import type { CurlyTemplate } from './parse.ts'

/** The text of every name, found once however often it stands. */
function textsOf(template: CurlyTemplate, inputs: TemplateInputs, budget: RenderBudget): readonly string[] {
  const missing: string[] = []
  const texts = template.references.map((reference) => {
    const resolution = reference.find(inputs, budget.maxSteps)
    if (resolution.found) return valueText(resolution.value, budget.maxOutput)
    missing.push(reference.name)
    return ''
  })
  if (missing.length > 0) {
    const first = template.references.find(({ name }) => name === missing[0])
    throw missingError(missing, inputs, first?.span)
  }
  return texts
}

/** @throws TemplateError `missing_variables` with every missing name, or `template_limit` */
export function renderCurly(template: CurlyTemplate, inputs: TemplateInputs, budget: RenderBudget): string {
  const texts = textsOf(template, inputs, budget)
  const output = new RenderOutput(budget)
  output.add(template.literals[0] ?? '')
  for (let at = 0; at < template.slots.length; at++) {
    output.step()
    output.add(texts[template.slots[at] ?? 0] ?? '')
    output.add(template.literals[at + 1] ?? '')
  }
  return output.text
}
