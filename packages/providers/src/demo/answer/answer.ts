/** A place where a model chose between wordings or labels, for the log probabilities. */
export interface ChoicePoint {
  /** Where in the text the chosen words begin, in code units. */
  readonly at: number
  /** The chosen words first; `probability` sums to at most 1. */
  readonly options: readonly { readonly text: string; readonly probability: number }[]
}

/** What a model has to say, before `stop` and `max_tokens` cut it. */
export interface Answer {
  readonly reasoning?: string
  readonly text?: string
  readonly refusal?: string
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: string }[]
  readonly choicePoints?: readonly ChoicePoint[]
}
