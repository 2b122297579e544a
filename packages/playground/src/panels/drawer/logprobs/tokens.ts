import type { TokenLogprob } from '@vitrine/contracts'
import type { TokenRun } from '../../../state/cell.ts'

/** From 0, sure, to 3, less likely than all else together. */
export type Band = 0 | 1 | 2 | 3

/** Where a band ends and the next begins, as shares of one. */
export const BAND_ENDS = [0.95, 0.8, 0.5] as const

export interface Candidate {
  readonly text: string
  readonly logprob: number
  readonly probability: number
}

/** A token of the answer. *Shape*: `at` counts all tokens from 0; `part` is the number of its part in the stream. */
export interface Token extends Candidate {
  readonly at: number
  readonly part: number
  readonly band: Band
  /** What the provider said was considered, likeliest first, without what was written; empty where it said nothing. */
  readonly others: readonly Candidate[]
  /** As it came. */
  readonly source: TokenLogprob
}

/** All tokens of an answer, in order. */
export function tokensOf(runs: readonly TokenRun[]): readonly Token[] {
  const tokens: Token[] = []
  for (const { index: part, tokens: held } of runs) {
    for (const source of held) {
      const written = candidate(source)
      tokens.push({ ...written, at: tokens.length, part, band: bandOf(written.probability), others: othersOf(source), source })
    }
  }
  return tokens
}

/** Logarithms a little over zero are what rounding makes of certainty. */
const candidate = ({ token, logprob }: Pick<TokenLogprob, 'token' | 'logprob'>): Candidate => ({
  text: token,
  logprob,
  probability: Math.exp(Math.min(0, logprob)),
})

export function bandOf(probability: number): Band {
  const [sure, likely, even] = BAND_ENDS
  if (probability >= sure) return 0
  if (probability >= likely) return 1
  return probability >= even ? 2 : 3
}

const othersOf = ({ token, top = [] }: TokenLogprob): readonly Candidate[] =>
  top
    .filter((other) => other.token !== token)
    .map(candidate)
    .toSorted((one, other) => other.logprob - one.logprob)

/** What is left for all that nobody named; a share of one. */
export const restOf = ({ probability, others }: Pick<Token, 'probability' | 'others'>): number =>
  Math.max(0, 1 - probability - others.reduce((sum, other) => sum + other.probability, 0))

export interface Summary {
  readonly count: number
  readonly sum: number
  readonly mean: number
  readonly perplexity: number
}

/** Of all tokens together; null where there are none. */
export function summaryOf(tokens: readonly Candidate[]): Summary | null {
  const count = tokens.length
  if (count === 0) return null
  const sum = tokens.reduce((total, { logprob }) => total + logprob, 0)
  const mean = sum / count
  return { count, sum, mean, perplexity: Math.exp(-mean) }
}

/** The tokens that the model was least sure of, the least sure first; those it was sure of are none of them. */
export const leastSure = (tokens: readonly Token[], most: number): readonly Token[] =>
  tokens
    .filter(({ band }) => band > 0)
    .toSorted((one, other) => one.logprob - other.logprob || one.at - other.at)
    .slice(0, most)
