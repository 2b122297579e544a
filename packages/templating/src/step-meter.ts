import { DEFAULT_BUDGET, limitError } from './template-limits.ts'

/** Counts down the steps that everything in one render may take together. */
export class StepMeter {
  private readonly maxSteps: number
  private left: number

  constructor(maxSteps: number) {
    this.maxSteps = maxSteps
    this.left = maxSteps
  }

  /** @throws TemplateError `template_limit` */
  spend(steps: number): void {
    this.left -= steps
    if (this.left < 0) throw limitError(`Rendering takes more than ${this.maxSteps} steps. Shorten the template or its lists.`)
  }
}

export const stepMeter = (maxSteps: number = DEFAULT_BUDGET.maxSteps): StepMeter => new StepMeter(maxSteps)
