import type { TokenLogprob } from '@vitrine/contracts'
import { asList, asObject } from './json.ts'

/** The tokens of a `logprobs` list that are as they should be. */
export function toTokenLogprobs(list: unknown): readonly TokenLogprob[] {
  return asList(list).flatMap((entry) => {
    const { token, logprob, top_logprobs: alternatives } = asObject(entry) ?? {}
    if (typeof token !== 'string' || typeof logprob !== 'number') return []
    const top = asList(alternatives).flatMap((other) => {
      const { token: text, logprob: value } = asObject(other) ?? {}
      return typeof text === 'string' && typeof value === 'number' ? [{ token: text, logprob: value }] : []
    })
    return [{ token, logprob, ...(top.length === 0 ? {} : { top }) }]
  })
}
