import {
  createOpenAiTransport,
  createProvider,
  createUndiciTransport,
  openAiChat,
  type ProviderCall,
  type Transport,
} from '@vitrine/providers'
import { aCall, aContext, runToEnd, startRawRecorder, TEST_KEY, type RawRecorder, type RawRequest } from '@vitrine/testkit'
import { OpenAI } from 'openai'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** What Node's own fetch puts on every request, and no client can keep it from. */
const ADDED_BY_FETCH = new Set(['accept-encoding', 'accept-language', 'connection', 'sec-fetch-mode'])

let recorder: RawRecorder
beforeEach(async () => {
  recorder = await startRawRecorder()
})
afterEach(() => recorder.close())

async function sentBy(transport: Transport, call: ProviderCall): Promise<RawRequest | undefined> {
  const provider = createProvider({ dialect: openAiChat, transport, random: () => 0, sleep: () => Promise.resolve(), maxAttempts: 1 })
  await runToEnd(provider, call, aContext({ headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' } }))
  await transport.close()
  return recorder.requests.at(-1)
}

const comparable = (request: RawRequest | undefined): unknown => ({
  requestLine: request?.requestLine,
  headers: [...(request?.headers ?? [])].filter(([name]) => !ADDED_BY_FETCH.has(name)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  body: Buffer.from(request?.body ?? []).toString('hex'),
})

const calls: readonly [string, Parameters<typeof aCall>[1], { readonly apiKey?: null }][] = [
  ['a plain call', { stream: false }, {}],
  ['a stream', { stream: true }, {}],
  ['a call without a key', { stream: true }, { apiKey: null }],
  [
    'a call with every kind of content',
    {
      stream: true,
      messages: [
        { role: 'system', content: 'Sei knapp – 简洁。\u2028' },
        {
          role: 'user',
          content: [
            { type: 'text', text: '🌍 \ud83d $& {{x}}' },
            { type: 'image_url', imageUrl: { url: 'data:image/png;base64,AAAA' } },
          ],
        },
        { role: 'assistant', toolCalls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a":1' } }] },
        { role: 'tool', toolCallId: 'c1', content: '7' },
      ],
      settings: {
        model: 'm',
        temperature: 0.1,
        topP: 1,
        maxTokens: 5,
        stop: ['\n'],
        seed: 7,
        tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object', properties: {} } } }],
        responseFormat: { type: 'json_object' },
        extraBody: JSON.parse('{"__proto__": {"x": 1}, "user": "u"}'),
      },
    },
    {},
  ],
]

describe('both transports put the same bytes on the wire', () => {
  it.each(calls)('%s', async (_, changes, endpoint) => {
    const call = aCall({ baseUrl: recorder.baseUrl, ...endpoint }, changes)
    const fast = await sentBy(createUndiciTransport(), call)
    const official = await sentBy(createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init) }), call)
    expect(comparable(fast)).toEqual(comparable(official))
    expect(fast?.headers.get('user-agent')).toMatch(/^OpenAI\/JS /)
    expect(fast?.headers.get('authorization')).toBe(endpoint.apiKey === null ? undefined : `Bearer ${TEST_KEY}`)
  })

  it('and they are those of the client’s own method, called by hand', async () => {
    const call = aCall({ baseUrl: recorder.baseUrl }, { stream: true })
    const fast = await sentBy(createUndiciTransport(), call)
    const client = new OpenAI({ apiKey: TEST_KEY, baseURL: recorder.baseUrl, organization: null, project: null, maxRetries: 0 })
    await client.chat.completions
      .create(
        { model: 'test-model', messages: [{ role: 'user', content: 'Hello?' }], stream: true, stream_options: { include_usage: true } },
        { headers: { 'x-client-request-id': 'req-testkit-1', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' } },
      )
      .asResponse()
    expect(comparable(fast)).toEqual(comparable(recorder.requests.at(-1)))
  })
})
