import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { PreparedCall } from '../provider.ts'
import type { Transport, TransportOptions } from './transport.ts'
import { createUndiciTransport, type UndiciTransportOptions } from './undici-transport.ts'

let server: Server | null = null
let transport: Transport | null = null
afterEach(async () => {
  await transport?.close()
  server?.closeAllConnections()
  server?.close()
})

async function start(
  listener: RequestListener,
  options: UndiciTransportOptions = {},
): Promise<{ transport: Transport; url: string; server: Server }> {
  const listening = createServer(listener)
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve)
  })
  server = listening
  const address = listening.address()
  const created = createUndiciTransport(options)
  transport = created
  return {
    transport: created,
    server: listening,
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/v1/chat/completions?a=b`,
  }
}

const callTo = (url: string, body = '{}'): PreparedCall => ({
  request: { method: 'POST', url, headers: { 'content-type': 'application/json' }, body },
  stream: true,
  endpoint: { baseUrl: new URL(url).origin, apiKey: null },
  settings: { sent: {}, dropped: [], changed: [] },
})

const sending = (changes: Partial<TransportOptions> = {}): TransportOptions => ({
  signal: new AbortController().signal,
  headers: {},
  onConnected: () => undefined,
  ...changes,
})

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

describe('createUndiciTransport', () => {
  it('sends method, path with query, headers and body, and gives back status, headers and body', async () => {
    const { transport: sender, url } = await start((request, response) => {
      response.setHeader('x-two', ['a', 'b'])
      response.writeHead(201, { 'x-seen': `${request.method} ${request.url} ${String(request.headers['x-client-request-id'])}` })
      request.pipe(response)
    })
    let connected = 0
    const reply = await sender.send(
      callTo(url, 'Grüße'),
      sending({ headers: { 'x-client-request-id': 'r1' }, onConnected: () => (connected += 1) }),
    )
    expect(reply.status).toBe(201)
    expect(reply.headers).toMatchObject({ 'x-seen': 'POST /v1/chat/completions?a=b r1', 'x-two': 'a, b' })
    expect(await textOf(reply.body)).toBe('Grüße')
    expect(connected).toBe(1)
  })

  it('opens no more connections to an origin than it may, and serves all in turn', async () => {
    let open = 0
    let most = 0
    const { transport: sender, url } = await start(
      (_, response) => {
        open += 1
        most = Math.max(most, open)
        setTimeout(() => {
          open -= 1
          response.end('ok')
        }, 5)
      },
      { connectionsPerOrigin: 3 },
    )
    const texts = await Promise.all(Array.from({ length: 12 }, async () => textOf((await sender.send(callTo(url), sending())).body)))
    expect(texts).toEqual(Array.from({ length: 12 }, () => 'ok'))
    expect(most).toBe(3)
  })

  it('gives up a request that still waits for a connection at once, and never sends it', async () => {
    const seen: string[] = []
    const { transport: sender, url } = await start(
      (request, response) => {
        seen.push(String(request.headers['x-n']))
        if (seen.length === 1) response.write('first')
        else response.end('next')
      },
      { connectionsPerOrigin: 1 },
    )
    const first = await sender.send(callTo(url), sending({ headers: { 'x-n': '1' } }))
    const controller = new AbortController()
    const second = sender.send(callTo(url), sending({ headers: { 'x-n': '2' }, signal: controller.signal }))
    const third = sender.send(callTo(url), sending({ headers: { 'x-n': '3' } }))
    const reason = { code: 'cancelled' }
    controller.abort(reason)
    await expect(second).rejects.toBe(reason)
    for await (const _ of first.body) break
    expect(await textOf((await third).body)).toBe('next')
    expect(seen).toEqual(['1', '3'])
  })

  it('rejects with the signal’s reason where it is aborted before, during and after the answer began', async () => {
    const { transport: sender, url } = await start((request, response) => {
      if (request.headers['x-n'] === 'begins') response.write('begun')
    })
    const reason = { code: 'deadline_exceeded' }
    await expect(sender.send(callTo(url), sending({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
    const waiting = new AbortController()
    await expect(sender.send(callTo(url), sending({ signal: waiting.signal, onConnected: () => waiting.abort(reason) }))).rejects.toBe(
      reason,
    )
    const begun = new AbortController()
    const reply = await sender.send(callTo(url), sending({ signal: begun.signal, headers: { 'x-n': 'begins' } }))
    const reading = textOf(reply.body)
    begun.abort(reason)
    await expect(reading).rejects.toBe(reason)
  })

  it('holds a server back that sends faster than is read, and loses nothing', async () => {
    const size = 4_000_000
    const { transport: sender, url } = await start((_, response) => response.end(Buffer.alloc(size, 'x')))
    const reply = await sender.send(callTo(url), sending())
    let received = 0
    for await (const piece of reply.body) {
      received += piece.byteLength
      if (received < 400_000) await new Promise(setImmediate)
    }
    expect(received).toBe(size)
  })

  it.each([
    ['the status line', { headersMs: 60 }, () => undefined],
    ['the rest of the body', { bodyMs: 60 }, (response: Parameters<RequestListener>[1]) => response.write('begun')],
  ])('gives up waiting for %s', async (_, options, answer) => {
    const { transport: sender, url } = await start((__, response) => void answer(response), options)
    const reading = (async () => textOf((await sender.send(callTo(url), sending())).body))()
    await expect(reading).rejects.toMatchObject({ name: 'TransportFailure', kind: 'timeout' })
  })

  it('refuses what was compressed though nobody asked', async () => {
    const { transport: sender, url } = await start((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'))
    await expect(sender.send(callTo(url), sending())).rejects.toMatchObject({ kind: 'protocol', message: /compressed answer \(gzip\)/ })
  })

  it('names a body that is shorter than announced', async () => {
    const { transport: sender, url } = await start((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('short')
      response.socket?.end()
    })
    const reply = await sender.send(callTo(url), sending())
    await expect(textOf(reply.body)).rejects.toMatchObject({ name: 'TransportFailure' })
  })

  it('names a header that cannot be sent without quoting it', async () => {
    const { transport: sender, url } = await start((_, response) => response.end())
    const sent = sender.send(callTo(url), sending({ headers: { authorization: 'Bearer sk-\u0007secret' } }))
    await expect(sent).rejects.toMatchObject({ name: 'TransportFailure', message: expect.not.stringContaining('secret') })
  })
})
