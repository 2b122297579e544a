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
    if (this.left < 0)
      throw limitError(`Rendering takes more than ${this.maxSteps} steps. Shorten the template or its lists.`, {
        kind: 'too-many-steps',
        values: { limit: this.maxSteps },
      })
  }
}

/** What going through so many characters costs: far less each than a step, but not nothing. */
export const stepsFor = (characters: number): number => 1 + Math.floor(characters / 64)

/** The same for keys of an object and states of an automaton, each of which takes longer. */
export const stepsForEach = (parts: number): number => 1 + Math.floor(parts / 8)

export const stepMeter = (maxSteps: number = DEFAULT_BUDGET.maxSteps): StepMeter => new StepMeter(maxSteps)
