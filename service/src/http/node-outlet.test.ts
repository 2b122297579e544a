import { once } from 'node:events'
import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StreamEvent } from '@vitrine/contracts'
import { afterEach, describe, expect, it } from 'vitest'
import { createNodeOutlet } from './node-outlet.ts'
import { type StreamOptions, streamReply } from './sse.ts'

const LONG_MS = 60_000
const big = (index: number): StreamEvent => ({ type: 'part-delta', index, delta: 'x'.repeat(50_000) })

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Asks a server that answers with `handle`; the answer is not read yet. */
async function answerOf(handle: (outgoing: ServerResponse) => void): Promise<IncomingMessage> {
  server = createServer((_incoming, outgoing) => handle(outgoing)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const asked = request({ host: '127.0.0.1', port: address.port, agent: false }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.on('error', () => {})
  return answer
}

function streaming(events: () => AsyncIterable<StreamEvent>, changes: Partial<StreamOptions> = {}) {
  const left = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  const answer = answerOf((outgoing) => {
    const options = { heartbeatMs: LONG_MS, stallMs: LONG_MS, onLeave: left.resolve, onClose: closed.resolve, ...changes }
    streamReply(events(), { 'X-Request-Id': 'id' }, { outgoing, ...options })
  })
  return { answer, left: left.promise, closed: closed.promise }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk)
  return text
}

describe('a stream written to the connection', () => {
  it('has the head and the text that any other has', async () => {
    const { answer, closed } = streaming(async function* () {
      yield { type: 'part-delta', index: 0, delta: 'ä\n' }
      yield { type: 'part-delta', index: 0, delta: '😀' }
      yield { type: 'error', error: { code: 'internal', message: 'm' } }
    })
    const { statusCode, headers } = await answer
    expect([statusCode, headers['content-type'], headers['cache-control'], headers['x-request-id']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store',
      'id',
    ])
    expect(await textOf(await answer)).toBe(
      'event: part-delta\ndata: {"index":0,"delta":"ä\\n😀"}\n\nevent: error\ndata: {"detail":{"code":"internal","message":"m"}}\n\n',
    )
    await closed
  })

  it('shows a sign of life while nothing happens', async () => {
    const { answer } = streaming(
      async function* () {
        await sleep(60)
        yield { type: 'part-delta', index: 0, delta: 'late' }
      },
      { heartbeatMs: 10 },
    )
    expect(await textOf(await answer)).toMatch(/^event: heartbeat\ndata: \{\}\n\n[^]*"late"\}\n\n$/)
  })

  it('tells of a reader who leaves, and reads the events to their end', async () => {
    const gone = Promise.withResolvers<void>()
    let isRead = false
    const { answer, left, closed } = streaming(async function* () {
      yield { type: 'part-delta', index: 0, delta: 'first' }
      await gone.promise
      yield { type: 'part-delta', index: 0, delta: 'unread' }
      isRead = true
    })
    const reading = await answer
    await once(reading, 'data')
    reading.destroy()
    await left
    gone.resolve()
    await closed
    expect(isRead).toBe(true)
  })

  it('tells of a reader who had left before', async () => {
    const left = Promise.withResolvers<void>()
    const answer = answerOf((outgoing) => {
      outgoing.flushHeaders()
      outgoing.once('close', () => createNodeOutlet(outgoing, {}, { onRoom: () => {}, onLeave: left.resolve }))
    })
    const reading = await answer
    reading.destroy()
    await expect(left.promise).resolves.toBeUndefined()
  })

  it('is made no faster than it is read, and goes on where it stopped', async () => {
    const of = 400
    let made = 0
    const { answer, closed } = streaming(async function* () {
      while (made < of) yield big(made++)
    })
    const reading = await answer
    let before = -1
    while (made !== before) {
      before = made
      await sleep(100)
    }
    expect(made).toBeLessThan(of)
    const text = await textOf(reading)
    await closed
    expect(text.match(/"index":\d+/g)).toEqual(Array.from({ length: of }, (_, index) => `"index":${index}`))
  })

  it('breaks off where a reader takes nothing at all', async () => {
    const { answer, left, closed } = streaming(
      async function* () {
        for (let index = 0; index < 1000; index++) yield big(index)
      },
      { stallMs: 20 },
    )
    const reading = await answer
    await Promise.all([left, closed])
    await expect(textOf(reading)).rejects.toThrow('aborted')
  })

  it('breaks off where what makes the events breaks', async () => {
    const { answer, closed } = streaming(async function* () {
      yield { type: 'part-delta', index: 0, delta: 'first' }
      await sleep(20)
      throw new Error('broken')
    })
    const reading = await answer
    await expect(textOf(reading)).rejects.toThrow('aborted')
    await closed
  })
})
