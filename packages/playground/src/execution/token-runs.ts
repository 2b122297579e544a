import type { TokenRun } from '../state/cell.ts'

/** A longer run is not copied for the sake of one more token. */
const LONGEST_RUN = 512

/** The runs with more tokens at their end: as many events as there are cost what their tokens are many. */
export function withTokens(runs: readonly TokenRun[], { index, tokens }: TokenRun): readonly TokenRun[] {
  if (tokens.length === 0) return runs
  const last = runs.at(-1)
  if (last === undefined || last.index !== index || last.tokens.length >= LONGEST_RUN) return [...runs, { index, tokens }]
  return runs.with(runs.length - 1, { index, tokens: [...last.tokens, ...tokens] })
}
