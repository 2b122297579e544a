import type { ChoicePoint } from '../answer/answer.ts'

/** A step of the method, as it was really taken. `depth` 1 tells the course in a few words, 2 the method, 3 every detail. */
export interface Step {
  readonly depth: 1 | 2 | 3
  readonly text: string
}

/** What a skill makes of a task. */
export interface Draft {
  readonly text: string
  readonly steps: readonly Step[]
  readonly choicePoints?: readonly ChoicePoint[]
}
