import type { TokenLogprob } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TokenRun } from '../state/cell.ts'
import { applyEvent } from './apply-event.ts'
import { queuedCell } from './row-run.ts'
import { sampleStream } from './sample-answer.ts'
import { withTokens } from './token-runs.ts'

const token = (text: string): TokenLogprob => ({ token: text, logprob: -0.5 })
const NONE: readonly TokenRun[] = []

describe('withTokens', () => {
  it('keeps the tokens of each part together and in order', () => {
    const runs = [
      { index: 0, tokens: [token('a')] },
      { index: 0, tokens: [token('b'), token('c')] },
      { index: 2, tokens: [token('d')] },
    ].reduce(withTokens, NONE)
    expect(runs).toEqual([
      { index: 0, tokens: [token('a'), token('b'), token('c')] },
      { index: 2, tokens: [token('d')] },
    ])
  })
  it('changes nothing for no tokens', () => {
    expect(withTokens(NONE, { index: 0, tokens: [] })).toBe(NONE)
  })
  it('loses none, however they arrive, and keeps its runs short', () => {
    const events = fc.array(fc.record({ index: fc.nat(2), count: fc.nat(700) }), { maxLength: 12 })
    fc.assert(
      fc.property(events, (arrived) => {
        const given = arrived.map(({ index, count }, at) => ({
          index,
          tokens: Array.from({ length: count }, (_, n) => token(`${at}.${n}`)),
        }))
        const runs = given.reduce(withTokens, NONE)
        expect(runs.flatMap(({ tokens }) => tokens)).toEqual(given.flatMap(({ tokens }) => tokens))
        expect(runs.every(({ tokens }) => tokens.length > 0 && tokens.length < 512 + 700)).toBe(true)
      }),
    )
  })
})

describe('a run that asks for probabilities', () => {
  const [start, begin, ...rest] = sampleStream('Hi')
  const events = [
    start,
    begin,
    { type: 'logprobs', index: 0, tokens: [token('H')] } as const,
    { type: 'logprobs', index: 0, tokens: [token('i')] } as const,
  ]
  it('has them in its cell while it streams and when it is over', () => {
    const cell = [...events, ...rest].reduce(
      (held, event) => (event === undefined ? held : applyEvent(held, event, 1010)),
      queuedCell('run', 1000, 1),
    )
    expect(cell).toMatchObject({ state: 'done', text: 'Hi', logprobs: [{ index: 0, tokens: [token('H'), token('i')] }] })
  })
  it('has them from the answer where that came as a whole', () => {
    const result = sampleStream('Hi').at(-1)
    if (result?.type !== 'result') throw new Error('A run ends with its result.')
    const logprobs = [{ index: 0, tokens: [token('Hi')] }]
    const whole = { ...result, response: { ...result.response, logprobs } }
    expect(applyEvent(queuedCell('run', 1000, 1), whole, 1010)).toMatchObject({ state: 'done', logprobs })
    const streamed = [...events, whole].reduce(
      (held, event) => (event === undefined ? held : applyEvent(held, event, 1010)),
      queuedCell('run', 1000, 1),
    )
    expect(streamed.logprobs).toEqual([{ index: 0, tokens: [token('H'), token('i')] }])
  })
  it('keeps those that came before it broke off', () => {
    const broken = [...events, { type: 'failure', failure: { code: 'interrupted', message: 'Cut.' } } as const].reduce(
      (held, event) => (event === undefined ? held : applyEvent(held, event, 1010)),
      queuedCell('run', 1000, 1),
    )
    expect(broken).toMatchObject({ state: 'failed', logprobs: [{ tokens: [token('H'), token('i')] }] })
  })
})
