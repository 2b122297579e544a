import type { StreamEvent, TestResponse } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { collect } from './collect.ts'
import { createTokenLog } from './token-log.ts'

const RESPONSE: TestResponse = {
  version: '3.0',
  data: 'Hi',
  message: { role: 'assistant', content: 'Hi' },
  content_type: 'text/plain',
  finish_reason: 'stop',
  settings: { sent: {}, dropped: [], changed: [] },
  tree: { version: '1.0.0', nodes: [] },
  trace_id: 't',
  span_id: 's',
}
const told = (index: number, ...tokens: readonly string[]): StreamEvent => ({
  type: 'logprobs',
  index,
  tokens: tokens.map((token) => ({ token, logprob: -1 })),
})
const END: StreamEvent = { type: 'result', response: RESPONSE }

async function* run(...events: readonly StreamEvent[]): AsyncGenerator<StreamEvent> {
  yield* events
}

describe('an answer that is asked for as one document', () => {
  it('says of its tokens what the events said, part by part', async () => {
    expect(await collect(run(told(0, 'H'), told(0, 'i'), { type: 'part-delta', index: 0, delta: 'Hi' }, told(1, '!'), END))).toEqual({
      ok: true,
      response: {
        ...RESPONSE,
        logprobs: [
          {
            index: 0,
            tokens: [
              { token: 'H', logprob: -1 },
              { token: 'i', logprob: -1 },
            ],
          },
          { index: 1, tokens: [{ token: '!', logprob: -1 }] },
        ],
      },
    })
  })

  it('is the same where nothing was said of them', async () => {
    const log = createTokenLog()
    log.take({ type: 'logprobs', index: 0, tokens: [] })
    expect(log.addTo(RESPONSE)).toBe(RESPONSE)
    expect(await collect(run(END))).toEqual({ ok: true, response: RESPONSE })
  })

  it('has nothing of them where it failed', async () => {
    const error = { code: 'internal', message: 'No.' } as const
    expect(await collect(run(told(0, 'H'), { type: 'error', error }))).toEqual({ ok: false, error })
  })
})
