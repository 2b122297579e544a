import { limitError } from './template-limits.ts'
import type { RenderBudget } from './template-format.ts'

/** The text of one render and what it has spent. Nothing is added that would go over the budget. */
export class RenderOutput {
  text = ''
  private readonly budget: RenderBudget
  private steps = 0

  constructor(budget: RenderBudget) {
    this.budget = budget
  }

  /** @throws TemplateError `template_limit` */
  add(text: string): void {
    if (this.text.length + text.length > this.budget.maxOutput) {
      throw limitError(`The rendered text is longer than ${this.budget.maxOutput} characters. Shorten the template or its values.`)
    }
    this.text += text
  }

  /** @throws TemplateError `template_limit` */
  step(): void {
    if (++this.steps > this.budget.maxSteps)
      throw limitError(`Rendering takes more than ${this.budget.maxSteps} steps. Shorten the template or its lists.`)
  }
}
