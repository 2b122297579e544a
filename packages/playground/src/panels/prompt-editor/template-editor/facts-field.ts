import { StateEffect, StateField } from '@codemirror/state'
import type { EditorFacts } from './editor-facts.ts'

export const setFacts = StateEffect.define<EditorFacts>()

/** The facts as editor state, so that colours, completion and hover follow them. */
export const factsField = (initial: EditorFacts) =>
  StateField.define<EditorFacts>({
    create: () => initial,
    update: (facts, transaction) => transaction.effects.findLast((effect) => effect.is(setFacts))?.value ?? facts,
  })
export type FactsField = ReturnType<typeof factsField>
