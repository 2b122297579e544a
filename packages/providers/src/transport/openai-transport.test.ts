import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { PreparedCall } from '../provider.ts'
import { createOpenAiTransport, type OpenAiTransportOptions } from './openai-transport.ts'
import type { TransportOptions, TransportReply } from './transport.ts'

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function start(listener: RequestListener): Promise<string> {
  const listening = createServer(listener)
  server = listening
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve)
  })
  const address = listening.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/v1`
}

const callTo = (baseUrl: string, apiKey: string | null = 'sk-key'): PreparedCall => ({
  request: {
    method: 'POST',
    url: `${baseUrl}/chat/completions`,
    headers: { authorization: 'x', accept: 'x', 'content-type': 'x', 'user-agent': 'OpenAI/x' },
    body: '{"a":1}',
  },
  stream: true,
  endpoint: { baseUrl, apiKey },
  settings: { sent: {}, dropped: [], changed: [] },
})

function send(
  call: PreparedCall,
  sending: Partial<TransportOptions> = {},
  options: Partial<OpenAiTransportOptions> = {},
): Promise<TransportReply> {
  const transport = createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init), ...options })
  return transport.send(call, { signal: new AbortController().signal, headers: {}, onConnected: () => undefined, ...sending })
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

describe('createOpenAiTransport', () => {
  it('sends through the client, and gives back the answer untouched', async () => {
    let seen: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders; readonly body: string } | null = null
    const baseUrl = await start((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        seen = { url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() }
        response.writeHead(200, { 'content-type': 'text/event-stream', 'x-two': ['a', 'b'] }).end('data: not even JSON\n\n')
      })
    })
    const reply = await send(callTo(baseUrl), { headers: { 'x-client-request-id': 'r1' } })
    expect([reply.status, reply.headers['x-two'], await textOf(reply.body)]).toEqual([200, 'a, b', 'data: not even JSON\n\n'])
    expect(seen).toMatchObject({
      url: '/v1/chat/completions',
      headers: { authorization: 'Bearer sk-key', 'x-client-request-id': 'r1', 'user-agent': expect.stringMatching(/^OpenAI\/JS/) },
      body: '{"a":1}',
    })
  })

  it.each([400, 401, 429, 500, 307])('gives back a refusal with its body, and tries nothing again (%i)', async (status) => {
    let count = 0
    const baseUrl = await start((_, response) => {
      count += 1
      response.writeHead(status, { location: '/elsewhere', 'retry-after': '0' }).end(`body of ${status}`)
    })
    const reply = await send(callTo(baseUrl))
    expect([reply.status, await textOf(reply.body), count]).toEqual([status, `body of ${status}`, 1])
  })

  it('sends no key where there is none, and no header that the call was not prepared with', async () => {
    let headers: IncomingHttpHeaders = {}
    const baseUrl = await start((request, response) => {
      headers = request.headers
      response.end('{}')
    })
    await textOf((await send(callTo(baseUrl, null))).body)
    expect(headers['authorization']).toBeUndefined()
    expect(Object.keys(headers).filter((name) => name.startsWith('x-stainless'))).toEqual([])
  })

  it('sends the headers of another API as that was prepared', async () => {
    let headers: IncomingHttpHeaders = {}
    const baseUrl = await start((request, response) => {
      headers = request.headers
      response.end('{}')
    })
    const call = callTo(baseUrl)
    const own = { 'user-agent': 'Anthropic/JS 1', 'anthropic-version': '2026-10-21', authorization: 'x' }
    await textOf((await send({ ...call, request: { ...call.request, headers: own } })).body)
    expect(headers).toMatchObject({ ...own, authorization: 'Bearer sk-key' })
  })

  it.each([
    ['the status line', { headersMs: 60 }, false],
    ['the rest of the body', { bodyMs: 60 }, true],
  ])('gives up waiting for %s', async (_, options, begins) => {
    const baseUrl = await start((__, response) => {
      if (begins) response.write('begun')
    })
    const reading = (async () => textOf((await send(callTo(baseUrl), {}, options)).body))()
    await expect(reading).rejects.toMatchObject({ name: 'TransportFailure', kind: 'timeout' })
  })

  it('rejects with the signal’s reason, before and after the answer began', async () => {
    const baseUrl = await start((_, response) => response.write('begun'))
    const reason = { code: 'cancelled' }
    await expect(send(callTo(baseUrl), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const controller = new AbortController()
    const reply = await send(callTo(baseUrl), { signal: controller.signal })
    const reading = textOf(reply.body)
    controller.abort(reason)
    await expect(reading).rejects.toBe(reason)
  })

  it('names a port where nothing listens', async () => {
    const baseUrl = await start(() => undefined)
    await new Promise((resolve) => server?.close(resolve))
    await expect(send(callTo(baseUrl))).rejects.toMatchObject({ name: 'TransportFailure', kind: 'refused' })
  })
})
