import type { WireDetail } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { AttemptRecord } from './attempt-record.ts'
import { createRedactor } from './redact.ts'

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* []
}

function create(detail: WireDetail = 'none'): { record: AttemptRecord; at: (ms: number) => void } {
  let nowMs = 10
  const record = new AttemptRecord({
    attempt: 1,
    request: { method: 'POST', url: 'https://api.example.org/v1/x?key=secret', headers: {}, body: '{}' },
    detail,
    redactor: createRedactor('secret'),
    clock: () => nowMs,
  })
  return {
    record,
    at: (ms) => {
      nowMs = ms
    },
  }
}

describe('AttemptRecord', () => {
  it('notes each moment once, on the clock it was given', () => {
    const { record, at } = create('summary')
    at(20)
    record.connected()
    at(30)
    record.connected()
    record.responded({ status: 200, headers: {}, body: nothing(), cancel: () => undefined })
    at(40)
    record.firstToken()
    at(50)
    record.firstToken()
    const { facts, wire } = record.finish(null)
    expect(facts).toMatchObject({ status: 200, startMs: 10, firstTokenMs: 40, endMs: 50, failure: null })
    expect(wire).toMatchObject({ attempt: { times: { queued: 10, connected: 20, firstByte: 30, firstToken: 40, end: 50 } } })
  })

  it('has null for what was not reached', () => {
    const { record } = create('summary')
    expect(record.wasConnected).toBe(false)
    const { facts, wire } = record.finish('Nothing answers')
    expect(facts).toMatchObject({ status: null, firstTokenMs: null, failure: 'Nothing answers' })
    expect(wire).toMatchObject({ attempt: { times: { connected: null, firstByte: null, firstToken: null }, failure: 'Nothing answers' } })
  })

  it('keeps no bytes where nobody asked to see them', () => {
    const { record } = create('none')
    record.body('x', true)
    record.message({ data: 'y' }, true)
    expect(record.finish(null).wire).toBeNull()
  })

  it('gives facts an address without its query', () => {
    expect(create().record.finish(null).facts).toMatchObject({ method: 'POST', url: 'https://api.example.org/v1/x' })
  })

  it('stamps the events of a stream', () => {
    const { record, at } = create('full')
    at(25)
    record.message({ data: 'a' }, true)
    at(26)
    record.message({ data: 'b secret' }, true)
    expect(record.finish(null).wire).toMatchObject({
      attempt: {
        events: [
          { atMs: 25, data: 'a' },
          { atMs: 26, data: 'b ***' },
        ],
      },
    })
  })
})
