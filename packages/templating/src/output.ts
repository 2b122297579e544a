import { stepMeter, type StepMeter } from './step-meter.ts'
import { limitError } from './template-limits.ts'
import type { RenderBudget } from './template-format.ts'

/** The text of one render and what it has spent. Nothing is added that would go over the budget. */
export class RenderOutput {
  text = ''
  readonly meter: StepMeter
  private readonly maxOutput: number

  constructor(budget: RenderBudget) {
    this.meter = stepMeter(budget.maxSteps)
    this.maxOutput = budget.maxOutput
  }

  /** UTF-16 units that may still be added. */
  get room(): number {
    return this.maxOutput - this.text.length
  }

  /** @throws TemplateError `template_limit` */
  add(text: string): void {
    if (text.length > this.room) {
      throw limitError(`The rendered text is longer than ${this.maxOutput} characters. Shorten the template or its values.`, {
        kind: 'too-long',
        values: { limit: this.maxOutput },
      })
    }
    this.text += text
  }
}
