import type { StreamEvent } from '@vitrine/contracts'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type StreamOptions, streamReply } from './sse.ts'

const options = (changes: Partial<StreamOptions> = {}): StreamOptions => ({
  outgoing: null,
  heartbeatMs: 60_000,
  stallMs: 60_000,
  onLeave: () => {},
  onClose: () => {},
  ...changes,
})
const delta = (text: string, index = 0): StreamEvent => ({ type: 'part-delta', index, delta: text })

async function* from(events: readonly StreamEvent[]): AsyncGenerator<StreamEvent> {
  yield* events
}

async function* slow(): AsyncGenerator<StreamEvent> {
  await sleep(60)
  yield delta('late')
}

async function* plenty(): AsyncGenerator<StreamEvent> {
  for (let index = 0; index < 1000; index++) yield delta('x'.repeat(1000), index)
}

describe('streamReply', () => {
  it('writes an event as its name and one line of JSON', async () => {
    const reply = streamReply(from([delta('a\nb'), { type: 'error', error: { code: 'internal', message: 'm' } }]), {}, options())
    expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(await reply.text()).toBe(
      'event: part-delta\ndata: {"index":0,"delta":"a\\nb"}\n\nevent: error\ndata: {"detail":{"code":"internal","message":"m"}}\n\n',
    )
  })

  it('puts the pieces of one part that come together into one event', async () => {
    const text = await streamReply(from([delta('a'), delta('b'), delta('c', 1), delta('d')]), {}, options()).text()
    expect(text.match(/"delta":"[^"]*"/g)).toEqual(['"delta":"ab"', '"delta":"c"', '"delta":"d"'])
  })

  it('keeps half a surrogate pair and NUL', async () => {
    const text = await streamReply(from([delta('\ud83d\u0000')]), {}, options()).text()
    expect(JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '')).toEqual({ index: 0, delta: '\ud83d\u0000' })
  })

  it('sends a sign of life while nothing happens', async () => {
    const text = await streamReply(slow(), {}, options({ heartbeatMs: 10 })).text()
    expect(text.startsWith('event: heartbeat\ndata: {}\n\n')).toBe(true)
    expect(text.endsWith('"delta":"late"}\n\n')).toBe(true)
  })

  it('says so when the reader leaves, and reads the events to their end', async () => {
    let left = 0
    let ended = false
    const leaving = Promise.withResolvers<void>()
    async function* untilLeft(): AsyncGenerator<StreamEvent> {
      yield delta('first')
      await leaving.promise
      yield delta('unread')
      ended = true
    }
    const closed = Promise.withResolvers<void>()
    const reply = streamReply(untilLeft(), {}, options({ onLeave: () => (left++, leaving.resolve()), onClose: closed.resolve }))
    const reader = reply.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await closed.promise
    expect([left, ended]).toEqual([1, true])
  })

  it('asks for no more than a slow reader takes', async () => {
    let made = 0
    async function* endless(): AsyncGenerator<StreamEvent> {
      while (made < 10_000) {
        made++
        yield delta('x'.repeat(1000), made)
        await sleep(0)
      }
    }
    const reply = streamReply(endless(), {}, options())
    const reader = reply.body?.getReader()
    await sleep(300)
    const waiting = made
    expect(waiting).toBeLessThan(200)
    await sleep(50)
    expect(made).toBe(waiting)
    for (let count = 0; count < waiting + 5; count++) await reader?.read()
    await reader?.cancel()
    expect(made).toBeGreaterThan(waiting)
  })

  it('lets a reader go that takes nothing at all', async () => {
    const closed = Promise.withResolvers<void>()
    const left = Promise.withResolvers<void>()
    streamReply(plenty(), {}, options({ stallMs: 20, onLeave: left.resolve, onClose: closed.resolve }))
    await expect(Promise.all([left.promise, closed.promise])).resolves.toHaveLength(2)
  })
})
