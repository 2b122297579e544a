import type { BatchEvent } from '@vitrine/contracts'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BatchWriter, type BatchWriterOptions } from './batch-writer.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const delta = (rowId: string, text: string, index = 0): BatchEvent => ({
  type: 'row-event',
  rowId,
  event: { type: 'part-delta', index, delta: text },
})
const failure = (rowId: string, message: string): BatchEvent => ({ type: 'row-error', rowId, error: { code: 'internal', message } })
const END: BatchEvent = {
  type: 'batch-end',
  counts: { rows: 0, succeeded: 0, failed: 0, notStarted: 0, replayed: 0 },
  notStarted: [],
}

function setUp(options: Partial<BatchWriterOptions> = {}) {
  let left = 0
  const writer = new BatchWriter({ heartbeatMs: 60_000, stallMs: 60_000, onLeave: () => left++, ...options })
  return { writer, left: () => left, response: writer.toResponse({ 'X-Request-Id': 'id' }) }
}
const readerOf = (response: Response): ReadableStreamDefaultReader<Uint8Array> => {
  if (response.body === null) throw new Error('no body')
  return response.body.getReader()
}

describe('BatchWriter', () => {
  it('writes one frame for each event, in their order, and ends', async () => {
    const { writer, response } = setUp()
    writer.put({ type: 'row-start', rowId: 'a "b"', traceId: 't', spanId: 's' })
    writer.put(failure('a "b"', 'No.'))
    writer.put(END)
    writer.end()
    expect(await response.text()).toBe(
      [
        'event: row-start\ndata: {"row_id":"a \\"b\\"","trace_id":"t","span_id":"s"}\n\n',
        'event: row-error\ndata: {"row_id":"a \\"b\\"","detail":{"code":"internal","message":"No."}}\n\n',
        'event: batch-end\ndata: {"counts":{"rows":0,"succeeded":0,"failed":0,"not_started":0,"replayed":0},"not_started":[]}\n\n',
      ].join(''),
    )
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': 'id',
    })
  })

  it('puts pieces of one part that meet in a turn together, row by row, and nothing else', async () => {
    const { writer, response } = setUp()
    for (const event of [delta('a', '1'), delta('b', 'x'), delta('a', '2'), delta('b', 'y', 1), delta('a', '3')]) writer.put(event)
    writer.put({ type: 'row-event', rowId: 'a', event: { type: 'part-end', index: 0, part: { kind: 'text', text: '123' } } })
    writer.put(delta('a', '4'))
    await turn()
    writer.put(delta('a', '5'))
    writer.end()
    const deltas = [...(await response.text()).matchAll(/event: part-delta\ndata: (.*)/g)].map(
      ([, data]) => JSON.parse(data ?? '') as unknown,
    )
    expect(deltas).toEqual([
      { row_id: 'a', index: 0, delta: '123' },
      { row_id: 'b', index: 0, delta: 'x' },
      { row_id: 'b', index: 1, delta: 'y' },
      { row_id: 'a', index: 0, delta: '4' },
      { row_id: 'a', index: 0, delta: '5' },
    ])
  })

  it('has rows wait with beginning at half its room and with going on at its end, until somebody reads', async () => {
    const { writer, response } = setUp()
    expect([writer.roomToStart(), writer.roomToGoOn()]).toEqual([null, null])
    writer.put(failure('a', 'x'.repeat(600_000)))
    const inTheTurn = writer.roomToStart()
    await turn()
    const toStart = writer.roomToStart()
    expect([inTheTurn === null, toStart === null, writer.roomToGoOn()]).toEqual([false, false, null])
    writer.put(failure('b', 'x'.repeat(600_000)))
    await turn()
    const toGoOn = writer.roomToGoOn()
    expect(toGoOn).not.toBeNull()
    const reader = readerOf(response)
    await reader.read()
    await toGoOn
    await reader.read()
    await toStart
    expect([writer.roomToStart(), writer.roomToGoOn()]).toEqual([null, null])
  })

  it('lets everybody go on when the reader leaves, tells so once, and takes no more', async () => {
    const { writer, response, left } = setUp()
    writer.put(failure('a', 'x'.repeat(2_000_000)))
    await turn()
    const waiting = [writer.roomToStart(), writer.roomToGoOn()]
    await response.body?.cancel()
    for (const one of waiting) await one
    writer.put(failure('b', 'y'))
    writer.end()
    await turn()
    expect([left(), writer.roomToStart(), writer.roomToGoOn()]).toEqual([1, null, null])
  })

  it('gives signs of life when it is silent', async () => {
    const { writer, response } = setUp({ heartbeatMs: 5 })
    const { value } = await readerOf(response).read()
    expect(new TextDecoder().decode(value)).toBe('event: heartbeat\ndata: {}\n\n')
    writer.end()
  })

  it('takes a reader who takes nothing for gone', async () => {
    const { writer, response, left } = setUp({ stallMs: 10 })
    await sleep(40)
    expect(left()).toBe(0)
    writer.put(failure('a', 'x'))
    while (left() === 0) await sleep(5)
    await expect(response.text()).rejects.toThrow('too long')
  })

  it('does not take a slow reader for gone', async () => {
    const { writer, response, left } = setUp({ stallMs: 60 })
    const reader = readerOf(response)
    for (let count = 0; count < 12; count++) {
      writer.put(failure('a', 'x'.repeat(100)))
      writer.put(failure('b', 'x'.repeat(100)))
      await turn()
      await sleep(10)
      await reader.read()
    }
    expect(left()).toBe(0)
    writer.end()
  })
})
