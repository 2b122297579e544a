import { describe, expect, it } from 'vitest'
import { toTokenLogprobs } from './logprobs.ts'

describe('toTokenLogprobs', () => {
  it('reads tokens with their alternatives, and without where there are none', () => {
    expect(
      toTokenLogprobs([
        {
          token: 'a',
          logprob: -1,
          bytes: [97],
          top_logprobs: [
            { token: 'a', logprob: -1 },
            { token: 'b', logprob: -9999 },
          ],
        },
        { token: '', logprob: 0, top_logprobs: [] },
      ]),
    ).toEqual([
      {
        token: 'a',
        logprob: -1,
        top: [
          { token: 'a', logprob: -1 },
          { token: 'b', logprob: -9999 },
        ],
      },
      { token: '', logprob: 0 },
    ])
  })

  it('leaves out what is none', () => {
    expect(
      toTokenLogprobs([7, null, { token: 'a' }, { logprob: 1 }, { token: 'b', logprob: 1, top_logprobs: [7, { token: 'c' }] }]),
    ).toEqual([{ token: 'b', logprob: 1 }])
    expect(toTokenLogprobs(null)).toEqual([])
  })
})
