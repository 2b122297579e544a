import { describe, expect, it } from 'vitest'
import { createRedactor } from './redact.ts'
import { createWireCapture } from './wire-capture.ts'

const KEY = 'sk-wire-capture-key'
const request = {
  method: 'POST',
  url: 'https://api.example.org/v1/chat/completions',
  headers: { Authorization: `Bearer ${KEY}`, accept: 'application/json' },
  body: '{"model":"m","messages":[{"role":"user","content":"sk-looks-like-one"}]}',
}
const times = { queued: 1, connected: 2, firstByte: null, firstToken: null, end: 3 }
const create = (detail: 'summary' | 'full') => createWireCapture(2, request, detail, createRedactor(KEY))

describe('createWireCapture', () => {
  it('shows a request that was never answered', () => {
    expect(create('summary').toAttempt({ times, failure: 'Nothing answers' })).toEqual({
      attempt: 2,
      request: { ...request, headers: { authorization: '***', accept: 'application/json' } },
      times,
      failure: 'Nothing answers',
    })
  })

  it('shows the answer with its body, and the key nowhere', () => {
    const capture = create('summary')
    capture.responded(401, { 'x-key': KEY, 'set-cookie': 's=1' })
    capture.body(`{"error":"${KEY} and sk-of-somebody-else-1"}`, false)
    expect(capture.toAttempt({ times, failure: `refused ${KEY}` })).toMatchObject({
      response: { status: 401, headers: { 'x-key': '***', 'set-cookie': '***' }, body: '{"error":"*** and ***"}' },
      failure: 'refused ***',
    })
  })

  it('keeps the events of a stream only where the whole is asked for', () => {
    const summary = create('summary')
    const full = create('full')
    for (const capture of [summary, full]) {
      capture.responded(200, {})
      capture.event(5, '{"a":"sk-written-by-a-model"}', true)
      capture.event(6, `echo ${KEY}`, true)
      capture.event(7, 'sk-of-somebody-else-1', false)
    }
    expect(summary.toAttempt({ times, failure: null })).not.toHaveProperty('events')
    expect(full.toAttempt({ times, failure: null }).events).toEqual([
      { atMs: 5, data: '{"a":"sk-written-by-a-model"}' },
      { atMs: 6, data: 'echo ***' },
      { atMs: 7, data: '***' },
    ])
  })

  it('leaves a credential-like text of the user in the body, which is shown byte for byte', () => {
    expect(create('summary').toAttempt({ times, failure: null }).request.body).toBe(request.body)
  })
})
