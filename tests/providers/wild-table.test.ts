import type { ProviderEvent } from '@vitrine/contracts'
import { createProvider, createUndiciTransport, openAiChat, type Provider, type ProviderCall, type Transport } from '@vitrine/providers'
import {
  aCall,
  aContext,
  chatBeginning,
  chatChunk,
  chatErrorEvent,
  chatUsageEvent,
  createFakeClock,
  errorOf,
  eventProblems,
  eventsOf,
  htmlReply,
  jsonReply,
  partsOf,
  runToEnd,
  SILENCE,
  sseReply,
  startFakeProvider,
  textOf,
  type FakeProvider,
  type FakeReply,
} from '@vitrine/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** Each row is played with its bytes whole, one by one, and cut at places drawn from a seed, inside characters too. */
const SPLITS = ['whole', 'bytes', { seed: 1 }, { seed: 2 }, { seed: 3 }] as const
const DEADLINE_MS = 5_000
const GRACE_MS = 250
const TEXT = 'Grüße aus Köln 🌍'
const USAGE = { type: 'usage', inputTokens: 12, outputTokens: 4, totalTokens: 16, source: 'provider' }
const HEAD = { id: 'c-1', object: 'chat.completion.chunk', model: 'm' }

let server: FakeProvider
let transport: Transport
let provider: Provider

beforeEach(async () => {
  server = await startFakeProvider()
  transport = createUndiciTransport()
  provider = createProvider({ dialect: openAiChat, transport, random: () => 0, sleep: createFakeClock().sleep, graceMs: 50 })
})
afterEach(async () => {
  await transport.close()
  await server.close()
})

/** One run under a deadline; its events keep the contract, whatever happened, and it is over when the deadline is. */
async function run(changes: Partial<ProviderCall> = {}, deadlineMs = DEADLINE_MS): Promise<readonly ProviderEvent[]> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort({ code: 'deadline_exceeded' }), deadlineMs)
  const startMs = performance.now()
  try {
    const events = await runToEnd(provider, aCall({ baseUrl: server.baseUrl }, changes), aContext({ signal: controller.signal }))
    expect(performance.now() - startMs).toBeLessThan(deadlineMs + GRACE_MS)
    expect(eventProblems(events)).toEqual([])
    return events
  } finally {
    clearTimeout(timer)
  }
}

/** The events of a reply, which are the same however its bytes are cut. */
async function played(reply: FakeReply, changes: Partial<ProviderCall> = {}): Promise<readonly ProviderEvent[]> {
  const runs: (readonly ProviderEvent[])[] = []
  for (const split of SPLITS) {
    server.respond(() => ({ ...reply, split }))
    runs.push(await run(changes))
  }
  const [first = []] = runs
  for (const events of runs) expect(events).toEqual(first)
  return first
}

const typesOf = (events: readonly ProviderEvent[]): readonly string[] => [...new Set(events.map(({ type }) => type))]
const stream = (...chunks: readonly (string | object)[]): FakeReply =>
  sseReply(chunks.map((chunk) => (typeof chunk === 'string' ? chunk : JSON.stringify(chunk))))
const lines = (body: string): FakeReply => ({ headers: { 'content-type': 'text/event-stream' }, body })

describe('a chunk carries a top-level error', () => {
  it.each<[string, object]>([
    ['beside its choices, with usage and cost', { choices: [{ index: 0, delta: { content: '' } }] }],
    ['with usage and cost alone', {}],
  ])('%s: the text before it, the error, and then what it cost', async (_, rest) => {
    const usage = { prompt_tokens: 12, completion_tokens: 4, total_tokens: 16, cost: 0.25 }
    const failed = { ...HEAD, error: { code: 400, message: 'Token limit reached' }, usage, ...rest }
    const events = await played(stream(chatChunk({ content: TEXT }), failed, chatChunk({ content: 'and more' }), '[DONE]'))
    expect(textOf(events)).toBe(TEXT)
    expect(errorOf(events)).toMatchObject({ code: 'provider_error', message: expect.stringContaining('“Token limit reached”') })
    expect(events.slice(-3)).toMatchObject([{ type: 'error' }, USAGE, { type: 'cost', totalUsd: 0.25, source: 'provider' }])
  })

  it('as an event of its own name, before the usage', async () => {
    const body = `data: ${chatChunk({ content: TEXT })}\n\nevent: error\ndata: {"message":"overloaded","code":"x"}\n\ndata: ${chatUsageEvent}\n\n`
    const events = await played(lines(body))
    expect([textOf(events), errorOf(events)?.message]).toEqual([TEXT, expect.stringContaining('“overloaded”')])
    expect(events.at(-1)).toEqual(USAGE)
  })
})

describe('200 with an error as JSON', () => {
  it.each([true, false])('is an error, not an empty answer (stream asked for: %s)', async (asked) => {
    const events = await played(jsonReply({ error: { message: 'No tokens today', code: 400 } }), { stream: asked })
    expect(typesOf(events).filter((type) => type !== 'retry')).toEqual(['error'])
    expect(errorOf(events)?.message).toContain('No tokens today')
  })

  it('is an error too where it is a text', async () => {
    expect(errorOf(await played(jsonReply({ error: 'model is loading' })))?.message).toContain('model is loading')
  })
})

it('an end of file without a terminal event is an interruption: text kept, no usage made up', async () => {
  const events = await played(chatBeginning(TEXT))
  expect(textOf(events)).toBe(TEXT)
  expect(errorOf(events)).toMatchObject({ code: 'provider_error', meta: { interrupted: true } })
  expect(typesOf(events)).toEqual(['part-start', 'part-delta', 'part-end', 'error'])
})

it('malformed JSON in one event: it is kept raw, the text stays, the error says so, the usage behind it counts', async () => {
  const events = await played(stream(chatChunk({ content: TEXT }), '{"choices":[{"del', chatUsageEvent, '[DONE]'))
  expect(textOf(events)).toBe(TEXT)
  expect(eventsOf(events, 'raw')).toMatchObject([{ data: '{"choices":[{"del' }])
  expect(errorOf(events)?.message).toContain('garbled')
  expect(events.at(-1)).toEqual(USAGE)
})

describe('usage comes in any order', () => {
  const usage = { prompt_tokens: 12, completion_tokens: 4, total_tokens: 16 }
  const end = chatChunk({}, 'stop')
  it.each<[string, readonly (string | object)[]]>([
    ['not last', [{ ...HEAD, choices: [], usage }, chatChunk({ content: TEXT }), end, '[DONE]']],
    [
      'with choices that are not empty',
      [chatChunk({ content: TEXT }), end, { ...HEAD, choices: [{ index: 0, delta: {} }], usage }, '[DONE]'],
    ],
    ['with the text itself', [{ ...HEAD, choices: [{ index: 0, delta: { content: TEXT }, finish_reason: 'stop' }], usage }, '[DONE]']],
    [
      'after empty choices in front (Azure)',
      [{ ...HEAD, choices: [], prompt_filter_results: [] }, chatChunk({ content: TEXT }), end, chatUsageEvent, '[DONE]'],
    ],
    ['behind the end, without [DONE]', [chatChunk({ content: TEXT }), end, chatUsageEvent]],
    [
      'with every chunk, growing',
      [
        { ...HEAD, choices: [{ index: 0, delta: { content: TEXT } }], usage: { ...usage, completion_tokens: 1, total_tokens: 13 } },
        { ...HEAD, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage },
        '[DONE]',
      ],
    ],
    [
      'inside a field of the provider (Groq)',
      [chatChunk({ content: TEXT }), { ...HEAD, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], x_groq: { usage } }, '[DONE]'],
    ],
  ])('%s', async (_, chunks) => {
    const events = await played(stream(...chunks))
    expect(textOf(events)).toBe(TEXT)
    expect(eventsOf(events, 'usage')).toEqual([USAGE])
    expect(events.at(-1)).toMatchObject({ type: 'response-end', finishReason: 'stop' })
  })
})

describe('a stream that is a little odd is fine', () => {
  const call = (fields: object): object => ({ tool_calls: [fields] })
  const data = [chatChunk({ content: TEXT }), chatChunk({}, 'stop')]

  it('finish_reason absent', async () => {
    const events = await played(stream(chatChunk({ content: TEXT }), '[DONE]'))
    expect(events.at(-1)).toMatchObject({ type: 'response-end', finishReason: 'unknown', nativeFinishReason: null })
    expect(textOf(events)).toBe(TEXT)
  })

  it('a tool call whose index starts at 1', async () => {
    const begun = chatChunk(call({ index: 1, id: 'c1', type: 'function', function: { name: 'f', arguments: '{"ort":"K' } }))
    const events = await played(
      stream(begun, chatChunk(call({ index: 1, function: { arguments: 'öln"}' } })), chatChunk({}, 'tool_calls'), '[DONE]'),
    )
    expect(partsOf(events)).toEqual([{ kind: 'tool-call', id: 'c1', name: 'f', arguments: '{"ort":"Köln"}' }])
  })

  it('a whole tool call in one delta', async () => {
    const whole = chatChunk(call({ index: 0, id: 'c1', function: { name: 'f', arguments: '{"ort":"Köln"}' } }), 'tool_calls')
    const events = await played(stream(whole, '[DONE]'))
    expect(partsOf(events)).toEqual([{ kind: 'tool-call', id: 'c1', name: 'f', arguments: '{"ort":"Köln"}' }])
    expect(events.at(-1)).toMatchObject({ finishReason: 'tool-calls' })
  })

  it.each<[string, string]>([
    ['data: without a space', data.map((text) => `data:${text}\n\n`).join('')],
    ['CRLF', data.map((text) => `data: ${text}\r\n\r\n`).join('')],
    ['bare carriage returns', data.map((text) => `data: ${text}\r\r`).join('')],
    ['comments before, between and inside', `: hello\n\n${data.map((text) => `: wait\ndata: ${text}\n: wait\n\n`).join(':\n\n')}`],
    ['a byte order mark in front', `\ufeff${data.map((text) => `data: ${text}\n\n`).join('')}`],
    ['a last line that is not terminated', data.map((text) => `data: ${text}`).join('\n\n')],
    ['fields of no interest', data.map((text) => `id: 1\nretry: 10\nevent: message\ndata: ${text}\n\n`).join('')],
  ])('%s', async (_, body) => {
    const events = await played(lines(body))
    expect(textOf(events)).toBe(TEXT)
    expect(events.at(-1)).toMatchObject({ type: 'response-end', finishReason: 'stop' })
  })

  it('bytes split anywhere, inside every character of a long text', async () => {
    const long = '𝒳ö漢🌍é'.repeat(40)
    expect(textOf(await played(stream(chatChunk({ content: long }, 'stop'), '[DONE]')))).toBe(long)
  })
})

describe('reasoning is one thinking part, wherever it stands', () => {
  const THOUGHT = ['Überlegen', ' wir: 2+2', ' = 4.'] as const
  const details = (text: string): object => ({ reasoning_details: [{ type: 'reasoning.text', text, index: 0 }] })
  const blocks = (thinking: string): object => ({ thinking_blocks: [{ type: 'thinking', thinking }] })
  it.each<[string, (text: string) => object]>([
    ['reasoning_content', (text) => ({ reasoning_content: text })],
    ['reasoning', (text) => ({ reasoning: text })],
    ['reasoning_details', details],
    ['thinking_blocks', blocks],
    ['reasoning and reasoning_details', (text) => ({ reasoning: text, ...details(text) })],
    ['reasoning_content and thinking_blocks', (text) => ({ reasoning_content: text, ...blocks(text) })],
    ['all four at once', (text) => ({ reasoning_content: text, reasoning: text, ...details(text), ...blocks(text) })],
  ])('under %s', async (_, fieldsOf) => {
    const events = await played(
      stream(...THOUGHT.map((text) => chatChunk({ content: null, ...fieldsOf(text) })), chatChunk({ content: TEXT }, 'stop'), '[DONE]'),
    )
    expect(partsOf(events)).toEqual([
      { kind: 'thinking', text: THOUGHT.join('') },
      { kind: 'text', text: TEXT },
    ])
  })

  it('between <think> tags in the text, cut anywhere', async () => {
    const pieces = ['<th', 'ink>', ...THOUGHT, '</', 'think>', TEXT]
    const events = await played(stream(...pieces.map((content) => chatChunk({ content })), chatChunk({}, 'stop'), '[DONE]'))
    expect(partsOf(events)).toEqual([
      { kind: 'thinking', text: THOUGHT.join('') },
      { kind: 'text', text: TEXT },
    ])
  })
})

it('a nested error event that is followed by another one for the same failure is told once', async () => {
  const nested = { type: 'error', error: { type: 'server_error', message: 'The engine stalled' } }
  const events = await played(stream(chatChunk({ content: TEXT }), nested, chatErrorEvent('The engine stalled'), chatUsageEvent, '[DONE]'))
  expect(eventsOf(events, 'error')).toHaveLength(1)
  expect(errorOf(events)?.message).toContain('The engine stalled')
  expect([textOf(events), events.at(-1)]).toEqual([TEXT, USAGE])
})

it('the client leaves: the provider’s request is aborted within 250 ms', async () => {
  server.respond(() => chatBeginning(TEXT, [], { end: 'hang', split: { seed: 4 } }))
  const prepared = provider.prepare(aCall({ baseUrl: server.baseUrl }))
  if (!prepared.ok) throw new Error(prepared.error.message)
  for await (const event of provider.run(prepared.call, aContext())) {
    if (event.type === 'part-delta') break
  }
  const leftMs = performance.now()
  const [request] = server.requests
  await request?.closed
  expect((request?.abortedMs ?? Number.POSITIVE_INFINITY) - leftMs).toBeLessThan(250)
})

describe('an answer that is none is one named error', () => {
  it.each<[string, FakeReply, RegExp]>([
    ['malformed JSON', { headers: { 'content-type': 'application/json' }, body: '{"choices": [{"message": {"content": "Grü' }, /garbled/],
    ['a wrong content type', { headers: { 'content-type': 'application/octet-stream' }, body: '\u0000\u0001 ü' }, /octet-stream/],
    ['no content type', { body: 'hello' }, /type \(none\)/],
    ['an empty body', { headers: { 'content-type': 'application/json' } }, /empty/],
    ['an empty stream', { headers: { 'content-type': 'text/event-stream' } }, /empty/],
    ['a stream of comments alone', lines(': wait\n\n: wait\n\n'), /empty|ended before/],
    ['an error page', htmlReply(), /web page.*base URL/],
    ['an error page that passes for a stream', { ...htmlReply(), headers: { 'content-type': 'text/event-stream' } }, /empty|ended before/],
    ['JSON of something else', jsonReply({ hello: 'world' }), /base URL/],
    ['JSON that is no object', jsonReply(null), /base URL/],
    ['choices of a wrong shape', jsonReply({ choices: [{ message: 'text' }] }), /base URL/],
  ])('%s', async (_, reply, says) => {
    const events = await played(reply)
    expect(errorOf(events)).toMatchObject({ code: 'provider_error', message: expect.stringMatching(says) })
    expect(eventsOf(events, 'part-start')).toEqual([])
    expect(eventsOf(events, 'usage')).toEqual([])
  })

  it('an error page with its own status', async () => {
    const events = await played(htmlReply(502))
    expect(errorOf(events)).toMatchObject({ code: 'provider_error', meta: { provider_status: 502 } })
  })
})

describe('a stream that never ends is over at the deadline, with what it had said', () => {
  const LATEST_MS = 400
  it.each<[string, () => FakeReply, string]>([
    ['silence from the start', () => SILENCE, ''],
    ['silence in the middle', () => chatBeginning(TEXT, [], { end: 'hang' }), TEXT],
    ['comments for ever', () => lines(`data: ${chatChunk({ content: TEXT })}\n\n${': wait\n\n'.repeat(5_000)}`), TEXT],
    ['empty chunks for ever', () => lines(`data: ${chatChunk({ content: TEXT })}\n\n${`data: ${chatChunk({})}\n\n`.repeat(5_000)}`), TEXT],
  ])('%s', async (_, reply, text) => {
    server.respond(() => ({ end: 'hang', ...reply(), split: { seed: 5 }, pauseMs: 2 }))
    const events = await run({}, LATEST_MS)
    expect(errorOf(events)?.code).toBe('deadline_exceeded')
    expect(textOf(events)).toBe(text)
    expect(server.ledger.received).toBe(1)
  })
})

describe('a stream that ends early keeps what came', () => {
  it.each<[string, FakeReply]>([
    ['by a reset', { end: 'reset', pauseMs: 5 }],
    ['in the middle of an event', { cutAfterBytes: 2_400 }],
    ['in the middle of a character', { cutAfterBytes: Buffer.from(String(chatBeginning(TEXT).body)).indexOf('ü') + 1 }],
  ])('%s', async (_, how) => {
    server.respond(() => ({ ...chatBeginning(TEXT.repeat(5)), ...how }))
    const events = await run()
    expect(errorOf(events)).toMatchObject({ code: 'provider_error', meta: { interrupted: true } })
    expect(TEXT.repeat(5).startsWith(textOf(events))).toBe(true)
    expect(eventsOf(events, 'usage')).toEqual([])
  })

  it('after it told its usage: the usage stays', async () => {
    const events = await played(chatBeginning(TEXT, [chatUsageEvent]))
    expect(errorOf(events)).toMatchObject({ meta: { interrupted: true } })
    expect(eventsOf(events, 'usage')).toEqual([USAGE])
  })
})

describe('usage that cannot be right is not told as usage', () => {
  const told = (usage: object): FakeReply => stream(chatChunk({ content: TEXT }, 'stop'), { ...HEAD, choices: [], usage }, '[DONE]')
  it.each<[string, object]>([
    ['negative', { prompt_tokens: -5, completion_tokens: 3, total_tokens: -2 }],
    ['beyond all measure', { prompt_tokens: 9e15, completion_tokens: 3, total_tokens: 9e15 }],
    ['no number', { prompt_tokens: '5', completion_tokens: null }],
    ['a part of a token', { prompt_tokens: 1.5, completion_tokens: 3, total_tokens: 4.5 }],
    ['nothing but zeros', { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }],
  ])('%s', async (_, usage) => {
    const events = await played(told(usage))
    expect(textOf(events)).toBe(TEXT)
    expect(eventsOf(events, 'usage')).toEqual([])
    expect(eventsOf(events, 'raw')).toMatchObject([{ eventType: 'usage', data: usage }])
    expect(events.at(-1)).toMatchObject({ type: 'response-end', finishReason: 'stop' })
  })

  it('more tokens cached than read: the counts are told without the cached ones', async () => {
    const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7, prompt_tokens_details: { cached_tokens: 900 } }
    const [counts] = eventsOf(await played(told(usage)), 'usage')
    expect(counts).toEqual({ type: 'usage', inputTokens: 5, outputTokens: 2, totalTokens: 7, source: 'provider' })
  })

  it('a total that is less than its parts is their sum', async () => {
    const [counts] = eventsOf(await played(told({ prompt_tokens: 5, completion_tokens: 2, total_tokens: 1 })), 'usage')
    expect(counts?.totalTokens).toBe(7)
  })

  it('a negative price is none', async () => {
    const events = await played(told({ prompt_tokens: 5, completion_tokens: 2, total_tokens: 7, cost: -1 }))
    expect(eventsOf(events, 'cost')).toEqual([])
  })
})

describe('tool calls with broken JSON', () => {
  const piece = (text: string, more: object = {}): string =>
    chatChunk({ tool_calls: [{ index: 0, function: { arguments: text }, ...more }] })
  const begun = chatChunk({ tool_calls: [{ index: 0, id: 'c1', type: 'function', function: { name: 'f', arguments: '' } }] })

  it.each<[string, readonly string[], string, string]>([
    ['cut off by the token limit', ['{"ort": "K', 'öl'], 'length', 'length'],
    ['with a brace too many', ['{"a":1}', '}'], 'tool_calls', 'tool-calls'],
    ['that is no JSON at all', ['ort=Köln'], 'tool_calls', 'tool-calls'],
    ['that is nothing', [], 'tool_calls', 'tool-calls'],
  ])('%s: the text of the arguments is kept as it came', async (_, pieces, native, finishReason) => {
    const events = await played(stream(begun, ...pieces.map((text) => piece(text)), chatChunk({}, native), chatUsageEvent, '[DONE]'))
    expect(partsOf(events)).toEqual([{ kind: 'tool-call', id: 'c1', name: 'f', arguments: pieces.join('') }])
    expect(eventsOf(events, 'usage')).toEqual([USAGE])
    expect(events.at(-1)).toMatchObject({ type: 'response-end', finishReason })
  })

  it('interrupted in the middle: the call is ended with what there is of it', async () => {
    const events = await played(stream(chatChunk({ content: TEXT }), begun, piece('{"ort": "Kö')))
    expect(partsOf(events)).toEqual([
      { kind: 'text', text: TEXT },
      { kind: 'tool-call', id: 'c1', name: 'f', arguments: '{"ort": "Kö' },
    ])
    expect(errorOf(events)).toMatchObject({ meta: { interrupted: true } })
  })
})
