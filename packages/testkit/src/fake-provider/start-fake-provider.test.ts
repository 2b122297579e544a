import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chatCompletion, chatStream } from './chat-replies.ts'
import { htmlReply, jsonReply, RESET, SILENCE, sseReply } from './fake-reply.ts'
import { startFakeProvider, type FakeProvider } from './start-fake-provider.ts'

let server: FakeProvider
beforeEach(async () => {
  server = await startFakeProvider()
})
afterEach(() => server.close())

const post = (body: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.baseUrl}/chat/completions?a=b`, { method: 'POST', body, headers: { 'X-Mixed': 'Case' }, ...init })

describe('startFakeProvider', () => {
  it('keeps requests byte for byte', async () => {
    server.enqueue(jsonReply({ ok: true }))
    await (await post('Grüße \u0000')).text()
    const [request] = server.requests
    expect(request).toMatchObject({ method: 'POST', path: '/v1/chat/completions?a=b', text: 'Grüße \u0000', connection: 1 })
    expect(Buffer.from(request?.body ?? []).equals(Buffer.from('Grüße \u0000'))).toBe(true)
    expect(request?.headers['x-mixed']).toBe('Case')
    expect(request?.rawHeaders).toContain('Case')
  })

  it('answers from its queue, then by its function, then with a failure that says why', async () => {
    server.enqueue(jsonReply(1))
    expect(await (await post('')).text()).toBe('1')
    const unscripted = await post('')
    expect([unscripted.status, await unscripted.text()]).toEqual([500, 'the fake provider has no answer left'])
    server.respond(({ text }, count) => jsonReply({ text, count }))
    expect(await (await post('x')).json()).toEqual({ text: 'x', count: 3 })
  })

  it.each(['whole', 'bytes', { seed: 5 }] as const)('sends the same bytes however they are cut (%o)', async (split) => {
    const reply = chatStream('Grüße 🌍 und mehr', { split })
    server.enqueue(reply)
    expect(await (await post('')).text()).toBe(reply.body)
  })

  it('sends status, headers and type', async () => {
    server.enqueue(htmlReply(418), sseReply(['x'], { headers: { 'x-a': 'b' } }), chatCompletion('Hi', { status: 201 }))
    const [page, stream, whole] = [await post(''), await post(''), await post('')]
    expect([page.status, page.headers.get('content-type')]).toEqual([418, 'text/html; charset=utf-8'])
    expect([stream.headers.get('content-type'), stream.headers.get('x-a')]).toEqual(['text/event-stream; charset=utf-8', 'b'])
    expect(whole.status).toBe(201)
    await Promise.all([page.text(), stream.text(), whole.text()])
  })

  it('cuts, breaks and hangs as told, and counts', async () => {
    server.enqueue(jsonReply('0123456789', { cutAfterBytes: 4 }), RESET, { body: 'begun', end: 'reset', pauseMs: 5 }, SILENCE)
    expect(await (await post('')).text()).toBe('"012')
    await expect(post('')).rejects.toThrow('fetch failed')
    await expect((async () => (await post('')).text())()).rejects.toThrow('terminated')
    const controller = new AbortController()
    const waiting = post('', { signal: controller.signal })
    await expect.poll(() => server.ledger.received, { interval: 2 }).toBe(4)
    expect(server.ledger.open).toBe(1)
    controller.abort()
    await expect(waiting).rejects.toThrow('aborted')
    await server.requests[3]?.closed
    expect(server.ledger).toMatchObject({ received: 4, completed: 1, broken: 2, aborted: 1, open: 0 })
    expect(server.requests.map(({ abortedMs }) => abortedMs === null)).toEqual([true, true, true, false])
  })

  it('waits before an answer, and between its pieces', async () => {
    server.enqueue(jsonReply('ab', { delayMs: 20, split: 'bytes', pauseMs: 10 }))
    const startMs = performance.now()
    await (await post('')).text()
    expect(performance.now() - startMs).toBeGreaterThan(45)
  })

  it('closes, though connections are open', async () => {
    const { port } = new URL(server.baseUrl)
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => undefined)
    await new Promise((resolve) => {
      socket.once('connect', resolve)
    })
    await server.close()
    await expect(post('')).rejects.toThrow('fetch failed')
    server = await startFakeProvider()
  })
})
