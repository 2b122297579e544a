import type { ChoicePoint } from '../answer/answer.ts'
import { hashOf } from '../hash.ts'

export interface Worded {
  readonly text: string
  readonly choicePoint: ChoicePoint
}

/**
 * Takes one of several wordings that mean the same: the first without a seed, else the one that the seed falls on. `lead` is the text
 * before it.
 */
export function wording(lead: string, variants: readonly [string, ...string[]], seed: number | null): Worded {
  const index = seed === null ? 0 : hashOf(`${seed} ${variants[0]}`) % variants.length
  const chosen = variants[index] ?? variants[0]
  const others = variants.filter((variant) => variant !== chosen)
  const share = others.length === 0 ? 0 : 0.3 / others.length
  const options = [
    { text: chosen, probability: others.length === 0 ? 0.999 : 0.7 },
    ...others.map((text) => ({ text, probability: share })),
  ]
  return { text: lead + chosen, choicePoint: { at: lead.length, options } }
}
