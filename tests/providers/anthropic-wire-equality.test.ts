import { anthropic, createProvider, createUndiciTransport, type Transport } from '@vitrine/providers'
import {
  aCall,
  aContext,
  anthropicFailure,
  anthropicStream,
  eventsOf,
  runToEnd,
  startFakeProvider,
  startRawRecorder,
  TEST_KEY,
  type FakeProvider,
} from '@vitrine/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let server: FakeProvider
let transport: Transport
beforeEach(async () => {
  server = await startFakeProvider()
  transport = createUndiciTransport()
})
afterEach(async () => {
  await transport.close()
  await server.close()
})

const providerOf = () => createProvider({ dialect: anthropic, transport, random: () => 0, sleep: () => Promise.resolve() })

const calls: readonly [string, Parameters<typeof aCall>[1]][] = [
  ['a plain message', { stream: false, model: 'claude-opus-5-5' }],
  ['a stream', { stream: true, model: 'claude-opus-4-8' }],
  ['sampling, in the older version', { model: 'claude-sonnet-4-6', settings: { model: 'm', temperature: 0.3 } }],
  [
    'pictures, files, thoughts, calls and their results',
    {
      stream: true,
      model: 'claude-opus-4-8',
      messages: [
        { role: 'system', content: 'Sei knapp – 简洁。\u2028' },
        {
          role: 'user',
          content: [
            { type: 'text', text: '🌍 \ud83d $& {{x}}' },
            { type: 'image_url', imageUrl: { url: 'data:image/png;base64,AAAA' } },
            { type: 'file', file: { fileData: 'JVBERi0xLjcK', filename: 'a.pdf' } },
          ],
        },
        {
          role: 'assistant',
          thinking: [{ text: 'Hm', signature: 's+/=' }],
          toolCalls: [{ id: 'toolu_1', type: 'function', function: { name: 'f', arguments: '{"a":1}' } }],
        },
        { role: 'tool', toolCallId: 'toolu_1', content: '7' },
      ],
      settings: { model: 'm', extraBody: JSON.parse('{"__proto__": {"x": 1}, "metadata": {"user_id": "u"}}') },
    },
  ],
]

describe('what the wire view shows of a message', () => {
  it.each(calls)('is what was received, byte for byte: %s', async (_, changes) => {
    server.enqueue(anthropicFailure(529, { message: 'Overloaded', type: 'overloaded_error' }), anthropicStream('Hi'))
    const events = await runToEnd(providerOf(), aCall({ baseUrl: server.baseUrl }, changes), aContext({ wire: 'full' }))
    const wires = eventsOf(events, 'wire')
    expect(wires).toHaveLength(2)
    for (const [at, { attempt }] of wires.entries()) {
      const received = server.requests[at]
      expect(attempt.request.body).toBe(received?.text)
      expect(new URL(attempt.request.url).pathname).toBe(received?.path)
      expect(attempt.request.headers).toMatchObject({ authorization: '***', 'anthropic-version': received?.headers['anthropic-version'] })
      expect(received?.headers['authorization']).toBe(`Bearer ${TEST_KEY}`)
    }
    expect(JSON.stringify(events)).not.toContain(TEST_KEY)
  })

  it('holds no credential where there is no key', async () => {
    const recorder = await startRawRecorder()
    await runToEnd(providerOf(), aCall({ baseUrl: recorder.baseUrl, apiKey: null }))
    await recorder.close()
    expect(recorder.requests[0]?.requestLine).toBe('POST /v1/messages HTTP/1.1')
    expect([...(recorder.requests[0]?.headers.keys() ?? [])].filter((name) => /authorization|key/.test(name))).toEqual([])
  })
})
