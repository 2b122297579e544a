import { missingError } from '../../missing-variables.ts'
import { RenderOutput } from '../../output.ts'
import type { StepMeter } from '../../step-meter.ts'
import type { RenderBudget, TemplateInputs, TemplateValue } from '../../template-format.ts'
import { valueText } from '../../value-text.ts'
import type { CurlyTemplate } from './parse.ts'

/** The value of every name, found once however often it stands. */
function valuesOf(template: CurlyTemplate, inputs: TemplateInputs, meter: StepMeter): readonly TemplateValue[] {
  const missing: string[] = []
  const values = template.references.map((reference) => {
    const resolution = reference.find(inputs, meter)
    if (resolution.found) return resolution.value
    missing.push(reference.name)
    return null
  })
  if (missing.length > 0) {
    const first = template.references.find(({ name }) => name === missing[0])
    throw missingError(missing, inputs, first?.span)
  }
  return values
}

/** @throws TemplateError `missing_variables` with every missing name, or `template_limit` */
export function renderCurly(template: CurlyTemplate, inputs: TemplateInputs, budget: RenderBudget): string {
  const output = new RenderOutput(budget)
  output.meter.spend(template.slots.length)
  const values = valuesOf(template, inputs, output.meter)
  const texts: string[] = []
  output.add(template.literals[0] ?? '')
  for (let at = 0; at < template.slots.length; at++) {
    const slot = template.slots[at] ?? 0
    const text = texts[slot] ?? valueText(values[slot] ?? null, output.room)
    texts[slot] = text
    output.add(text)
    output.add(template.literals[at + 1] ?? '')
  }
  return output.text
}
