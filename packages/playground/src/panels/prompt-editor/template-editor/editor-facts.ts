import type { TemplateFormat } from '@vitrine/contracts'

/** `known`: every case has a value; `missing`: some have none; `never`: none has one. */
export type VariableState = 'known' | 'missing' | 'never'

/** What an editor knows of the prompt around it. */
export interface EditorFacts {
  readonly format: TemplateFormat
  readonly stateOf: (variable: string) => VariableState
  /** Names worth completing, best first. */
  readonly names: readonly string[]
  /** The first few values of a variable, for the hover. */
  readonly valuesOf: (variable: string) => readonly string[]
}
