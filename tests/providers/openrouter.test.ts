import type { Message, ProviderEvent } from '@vitrine/contracts'
import { createProvider, createUndiciTransport, openRouter, type Provider, type Transport } from '@vitrine/providers'
import {
  aCall,
  aContext,
  createFakeClock,
  errorOf,
  eventProblems,
  eventsOf,
  openRouterBeginning,
  openRouterChunk,
  openRouterChunks,
  openRouterCompletion,
  openRouterErrorEvent,
  openRouterStream,
  openRouterUsageEvent,
  runToEnd,
  startFakeProvider,
  textOf,
  type FakeProvider,
} from '@vitrine/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const SPLITS = ['whole', 'bytes', { seed: 1 }, { seed: 2 }] as const
const TEXT = 'Grüße aus Köln 🌍'

let server: FakeProvider
let transport: Transport
let provider: Provider

beforeEach(async () => {
  server = await startFakeProvider()
  transport = createUndiciTransport()
  provider = createProvider({ dialect: openRouter, transport, random: () => 0, sleep: createFakeClock().sleep, graceMs: 50 })
})
afterEach(async () => {
  await transport.close()
  await server.close()
})

async function run(messages: readonly Message[] = [{ role: 'user', content: 'Hi' }]): Promise<readonly ProviderEvent[]> {
  const events = await runToEnd(provider, aCall({ baseUrl: server.baseUrl }, { messages }), aContext({ wire: 'full' }))
  expect(eventProblems(events)).toEqual([])
  return events
}

const sent = (position: number): Record<string, unknown> => JSON.parse(server.requests[position]?.text ?? '{}')

describe('OpenRouter over a socket', () => {
  it.each(SPLITS)('shows comments as a waiting sign, before the first word too (%o)', async (split) => {
    server.enqueue(openRouterStream(TEXT, { split }))
    const events = await run()
    const comments = String(openRouterStream(TEXT).body).match(/^: /gm) ?? []
    expect(comments.length).toBeGreaterThan(2)
    expect(eventsOf(events, 'heartbeat')).toHaveLength(comments.length)
    expect(events[0]?.type).toBe('heartbeat')
    expect(textOf(events)).toBe(TEXT)
  })

  it('keeps comments out of what is shown of the wire’s events', async () => {
    server.enqueue(openRouterStream(TEXT))
    const [wire] = eventsOf(await run(), 'wire')
    expect(wire?.attempt.events?.length).toBeGreaterThan(3)
    expect(wire?.attempt.events?.filter(({ data }) => data === '' || data.includes('PROCESSING'))).toEqual([])
  })

  it('tries again after a stream that was only waiting', async () => {
    server.enqueue({ ...openRouterBeginning('', [openRouterErrorEvent('warming up')]) }, openRouterStream(TEXT))
    const events = await run()
    expect(eventsOf(events, 'retry')).toHaveLength(1)
    expect(textOf(events)).toBe(TEXT)
  })

  it.each(SPLITS)('tells an error inside a 200 in the words of the provider behind it, and then what it cost (%o)', async (split) => {
    server.enqueue(openRouterBeginning(TEXT, [openRouterErrorEvent('Überlastet'), openRouterUsageEvent, '[DONE]'], { split }))
    const events = await run()
    expect(textOf(events)).toBe(TEXT)
    expect(errorOf(events)).toMatchObject({
      code: 'provider_error',
      message: expect.stringContaining('Fake Inference says: “Überlastet”'),
      meta: { provider_status: 502, retryable: true },
    })
    const types = events.map(({ type }) => type)
    expect(types.slice(types.indexOf('error'))).toEqual(['error', 'usage', 'cost', 'wire'])
    expect(eventsOf(events, 'cost')).toEqual([{ type: 'cost', totalUsd: 0.000_25, source: 'provider' }])
  })

  it('brings signed reasoning back with the next turn as the block that was signed, streamed or not', async () => {
    const piece = (fields: object): string =>
      openRouterChunk({ content: '', reasoning_details: [{ type: 'reasoning.text', format: 'anthropic-claude-v1', index: 0, ...fields }] })
    const encrypted = { type: 'reasoning.encrypted', data: 'gAAAAA==', id: 'rs_1', format: 'openai-responses-v1', index: 1 }
    const signed = { type: 'reasoning.text', format: 'anthropic-claude-v1', index: 0, text: 'Erst überlegen', signature: 'c2ln' }
    const replies = [
      openRouterChunks(
        [
          piece({ text: 'Erst ' }),
          piece({ text: 'überlegen' }),
          piece({ signature: 'c2ln' }),
          openRouterChunk({ content: '', reasoning_details: [encrypted] }),
          openRouterChunk({ content: TEXT }),
          openRouterChunk({ content: '' }, 'stop'),
        ],
        { split: { seed: 8 } },
      ),
      openRouterCompletion({ content: TEXT, reasoning: 'Erst überlegen', reasoning_details: [signed, encrypted] }),
    ]
    for (const reply of replies) {
      server.enqueue(reply, openRouterStream('ok'))
      const events = await run()
      const native = eventsOf(events, 'response-end')[0]?.native
      if (native === undefined) throw new Error('the answer has nothing for the next turn')
      await run([
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: TEXT, native: JSON.parse(JSON.stringify(native)) },
        { role: 'user', content: 'And?' },
      ])
      const messages = sent(server.requests.length - 1)['messages']
      expect(messages).toMatchObject([{}, { role: 'assistant', content: TEXT, reasoning_details: [signed, encrypted] }, {}])
    }
  })

  it('sends no header that would list the caller in its rankings', async () => {
    server.enqueue(openRouterStream(TEXT))
    await run()
    expect(Object.keys(server.requests[0]?.headers ?? {}).filter((name) => /referer|title|categor/.test(name))).toEqual([])
    expect(server.requests[0]?.path).toBe('/v1/chat/completions')
  })
})
