import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { eventProblems } from './event-problems.ts'
import { errorOf, eventsOf, partsOf, textOf } from './event-reading.ts'

const start: ProviderEvent = { type: 'part-start', index: 0, kind: 'text' }
const delta: ProviderEvent = { type: 'part-delta', index: 0, delta: 'a' }
const end: ProviderEvent = { type: 'part-end', index: 0, part: { kind: 'text', text: 'a' } }
const done: ProviderEvent = { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop' }
const error: ProviderEvent = { type: 'error', error: { code: 'provider_error', message: 'x' } }
const usage = (changes: object = {}): ProviderEvent => ({
  type: 'usage',
  inputTokens: 2,
  outputTokens: 1,
  totalTokens: 3,
  source: 'provider',
  ...changes,
})
const cost: ProviderEvent = { type: 'cost', totalUsd: 1, source: 'provider' }
const wire: ProviderEvent = {
  type: 'wire',
  attempt: {
    attempt: 1,
    request: { method: 'POST', url: 'http://x', headers: {}, body: '' },
    times: { queued: 0, connected: null, firstByte: null, firstToken: null, end: null },
  },
}

describe('eventProblems', () => {
  it.each<readonly [string, readonly ProviderEvent[]]>([
    ['a whole answer', [start, delta, end, usage(), cost, done, wire]],
    ['an answer that failed', [start, delta, end, error, usage(), cost, wire]],
    ['a call that failed at once', [error]],
    ['an empty answer', [done]],
  ])('finds nothing wrong with %s', (_, events) => {
    expect(eventProblems(events)).toEqual([])
  })

  it.each<readonly [string, readonly ProviderEvent[], RegExp]>([
    ['no end', [start, delta, end], /no end/],
    ['two ends', [done, error], /ends 2 times/],
    ['a part after the end', [done, start, delta, end], /part-start after the end/],
    ['usage after a good end', [done, usage()], /usage after the end/],
    ['a part that never ends', [start, delta, done], /part 0 never ends/],
    ['a delta without a part', [delta, done], /not open/],
    ['a delta after its part', [start, delta, end, delta, done], /not open/],
    ['an end without a part', [end, done], /ends and is not open/],
    ['an index that is left out', [{ type: 'part-start', index: 1, kind: 'text' }, done], /part 1 starts where part 0 is due/],
    [
      'a part that changes its kind',
      [start, { type: 'part-end', index: 0, part: { kind: 'refusal', text: '' } }, done],
      /starts as text and ends as refusal/,
    ],
    ['text that is not its deltas', [start, end, done], /not the sum of its deltas/],
    ['probabilities of nothing', [{ type: 'logprobs', index: 0, tokens: [] }, done], /has not started/],
    ['negative tokens', [usage({ outputTokens: -1 }), done], /no natural number/],
    ['more cached than read', [usage({ cachedTokens: 9 }), done], /more tokens cached/],
    ['a total below its parts', [usage({ totalTokens: 2 }), done], /less than its parts/],
  ])('names %s', (_, events, problem) => {
    expect(eventProblems(events).join('; ')).toMatch(problem)
  })
})

describe('reading events', () => {
  it('finds parts, texts, events of a type and the error', () => {
    const events = [start, delta, end, error]
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'a' }])
    expect([textOf(events), textOf(events, 'thinking')]).toEqual(['a', ''])
    expect(eventsOf(events, 'part-delta')).toEqual([delta])
    expect([errorOf(events)?.message, errorOf([done])]).toEqual(['x', null])
  })
})
