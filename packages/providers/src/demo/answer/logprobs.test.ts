import { describe, expect, it } from 'vitest'
import { tokensOf } from '../tokens.ts'
import { logprobsOf } from './logprobs.ts'

describe('logprobsOf', () => {
  const text = 'It is positive, I think. 👍'
  const point = {
    at: 6,
    options: [
      { text: 'positive', probability: 0.6 },
      { text: 'negative', probability: 0.3 },
      { text: 'neutral', probability: 0.1 },
    ],
  }

  it('gives each token one entry with its bytes', () => {
    const entries = logprobsOf(tokensOf(text), [], 0)
    expect(entries.map(({ token }) => token).join('')).toBe(text)
    expect(Buffer.from(entries.flatMap(({ bytes }) => [...bytes])).toString()).toBe(text)
    expect(entries.every(({ top_logprobs: top }) => top.length === 0)).toBe(true)
  })

  it('knows the real alternatives where there was a choice', () => {
    const [entry] = logprobsOf(tokensOf('positive'), [{ ...point, at: 0 }], 5)
    expect(entry?.logprob).toBeCloseTo(Math.log(0.6), 5)
    expect(entry?.top_logprobs.map(({ token }) => token)).toEqual(['positive', 'negative', 'neutral'])
  })

  it('takes the option for the token that has a space before it', () => {
    const entry = logprobsOf(tokensOf(text), [point], 5).find(({ token }) => token.startsWith(' pos'))
    expect(entry?.logprob).toBeCloseTo(Math.log(0.6), 5)
    expect(entry?.top_logprobs.slice(1).every(({ token }) => token.startsWith(' ne'))).toBe(true)
  })

  it.each([0, 1, 5, 20])('ranks at most %i alternatives, whose probabilities sum to no more than one', (top) => {
    for (const { top_logprobs: ranked } of logprobsOf(tokensOf(text), [point], top)) {
      expect(ranked.length).toBeLessThanOrEqual(top)
      expect(ranked.map(({ logprob }) => logprob)).toEqual(ranked.map(({ logprob }) => logprob).toSorted((one, other) => other - one))
      expect(ranked.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0)).toBeLessThanOrEqual(1.001)
    }
  })
})
