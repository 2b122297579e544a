import type { JsonSchema } from '../chat-request.ts'
import type { Step } from '../skills/draft.ts'
import type { Filled } from './filled.ts'
import type { Property } from './property.ts'

/** What the filling of one schema shares. */
export interface FillContext {
  /** The whole data, for what is counted. */
  readonly whole: string
  /** The data as far as it is searched, without the name before it (`Ticket: …`). */
  readonly text: string
  /** Everything the user said: labelled lines are looked for here. */
  readonly said: string
  /** What the prompt states of labels and properties. */
  readonly rules: string
  readonly root: JsonSchema
  /** Collects what was found where, for who follows the thinking. */
  readonly steps: Step[]
  /** Collects for each choice its options with their probabilities, the chosen one first. */
  readonly choices: { readonly property: string; readonly options: readonly { readonly text: string; readonly probability: number }[] }[]
  /** Fills a schema within this one. */
  readonly fill: (schema: unknown, property: Property, context: FillContext) => Filled
  readonly depth: number
  /** How many places may still be filled: a schema that branches into itself would have more than anybody waits for. */
  readonly budget: { left: number }
}
