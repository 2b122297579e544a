import type { Option } from '../../task/option-lines.ts'
import { scoreOptions, type ScoredOption } from './score-options.ts'

export interface Chosen {
  readonly option: Option
  /** All options, best first, with probabilities that sum to 1. */
  readonly ranked: readonly (ScoredOption & { readonly probability: number })[]
  /** The option was taken because no other had words that fit. */
  readonly isFallback: boolean
}

const FALLBACK_LABEL =
  /^(?:other|others|none|unknown|misc(?:ellaneous)?|neutral|general|unclear|unsure|n\/?a|not[ _-]applicable|none of the above|something else|else|ham|no|false|not[ _-].*)$/iu
const FALLBACK_RULE = /\b(?:anything|everything|something|all) else\b|\bnone of\b|\botherwise\b|\bno other\b|\bnot? (?:fit|any)/iu
const ENOUGH = 0.4
const SHARPNESS = 1.6

const isFallbackOption = ({ label, description }: Option): boolean => FALLBACK_LABEL.test(label) || FALLBACK_RULE.test(description)

/**
 * The option that fits a text best. Where none does, the one that the prompt keeps for the rest (`other`, `anything else`); where two are
 * level on opposite words, `neutral` or `mixed` if there is one. Null where nothing speaks for any option.
 */
export function chooseOption(text: string, options: readonly Option[]): Chosen | null {
  const scored = scoreOptions(text, options)
  const best = scored.toSorted((one, other) => other.score - one.score)
  const [first, second] = best
  if (first === undefined) return null
  const fallback = scored.find(({ option }) => isFallbackOption(option))
  const isLevel = second !== undefined && first.score - second.score < 0.05 && first.score >= ENOUGH
  const middle = isLevel ? scored.find(({ option }) => /^(?:neutral|mixed|both|unclear|unsure)$/iu.test(option.label)) : undefined
  const isFallback = first.score < ENOUGH
  const winner = middle ?? (isFallback ? fallback : first)
  if (winner === undefined) return null
  const weights = scored.map((each) => Math.exp((each === winner ? Math.max(each.score, first.score + 0.5) : each.score) * SHARPNESS))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const ranked = scored
    .map(({ option, score, because }, index) => ({ option, score, because, probability: (weights[index] ?? 0) / total }))
    .toSorted((one, other) => other.probability - one.probability)
  return { option: winner.option, ranked, isFallback }
}
