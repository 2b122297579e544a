import type { Message, ProviderEvent } from '@vitrine/contracts'
import {
  createOpenAiTransport,
  createProvider,
  createUndiciTransport,
  openAiResponses,
  type Provider,
  type Transport,
} from '@vitrine/providers'
import {
  aCall,
  aContext,
  createFakeClock,
  errorOf,
  eventProblems,
  eventsOf,
  jsonReply,
  partsOf,
  replayStream,
  RESPONSES_OPENING,
  responsesBeginning,
  responsesCompleted,
  responsesErrorEvent,
  responsesEvent,
  responsesEvents,
  responsesFailure,
  responsesStream,
  runToEnd,
  startFakeProvider,
  startRawRecorder,
  TEST_KEY,
  textOf,
  type FakeProvider,
} from '@vitrine/testkit'
import { OpenAI } from 'openai'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasFixture, readFixture } from './kept-fixtures.ts'

const SPLITS = ['whole', 'bytes', { seed: 1 }, { seed: 2 }, { seed: 3 }] as const

let server: FakeProvider
let transport: Transport
let provider: Provider
beforeEach(async () => {
  server = await startFakeProvider()
  transport = createUndiciTransport()
  provider = createProvider({ dialect: openAiResponses, transport, random: () => 0, sleep: createFakeClock().sleep, graceMs: 50 })
})
afterEach(async () => {
  await transport.close()
  await server.close()
})

type Changes = Parameters<typeof aCall>[1]

async function run(changes: Changes = {}): Promise<readonly ProviderEvent[]> {
  const events = await runToEnd(provider, aCall({ baseUrl: server.baseUrl }, changes), aContext({ wire: 'summary' }))
  expect(eventProblems(events)).toEqual([])
  return events
}

const bodies = (): readonly Readonly<Record<string, unknown>>[] => server.requests.map(({ text }) => JSON.parse(text))

const kept = (id: string, content: string): Message => ({
  role: 'assistant',
  content,
  native: { dialect: 'openai-responses', items: [], id },
})
const history: readonly Message[] = [{ role: 'user', content: 'u1' }, kept('resp_1', 'a1'), { role: 'user', content: 'u2' }]
const stateful: Changes = { messages: history, settings: { model: 'm', extraBody: { previous_response_id: 'resp_1' } } }
const tooLong = (status: number) =>
  responsesFailure(status, { message: 'context_length_exceeded: too long', code: 'context_length_exceeded' })

describe('REQ-009 a call that its stored history makes too long', () => {
  it.each([422, 400])('ES1 is sent once more with its own history and without state (%i)', async (status) => {
    server.enqueue(tooLong(status), responsesStream('recovered'))
    const events = await run(stateful)
    expect(textOf(events)).toBe('recovered')
    const [first, second] = bodies()
    expect(first).toMatchObject({ previous_response_id: 'resp_1', input: [{ role: 'user', content: 'u2' }] })
    expect(second).toMatchObject({ store: false, input: [{ content: 'u1' }, { content: 'a1' }, { content: 'u2' }] })
    expect(second).not.toHaveProperty('previous_response_id')
    expect(eventsOf(events, 'retry')).toMatchObject([{ attempt: 2, of: 2, waitMs: 0 }])
    expect(eventsOf(events, 'wire').map(({ attempt }) => attempt.request.body)).toEqual(server.requests.map(({ text }) => text))
  })

  it('ES1 is sent no third time: the provider’s error is the answer', async () => {
    server.enqueue(tooLong(422), tooLong(422), responsesStream('too late'))
    const events = await run(stateful)
    expect(errorOf(events)).toMatchObject({ code: 'context_length_exceeded', message: expect.stringContaining('too long') })
    expect(server.ledger.received).toBe(2)
  })

  it('is not sent again where it has no state to do without', async () => {
    server.enqueue(tooLong(422))
    expect(errorOf(await run({ messages: history }))).toMatchObject({ code: 'context_length_exceeded' })
    expect(server.ledger.received).toBe(1)
  })

  it('ES2 another refusal is told as it is', async () => {
    server.enqueue(responsesFailure(400, { message: 'Unknown parameter: input[0].x', code: 'unknown_parameter' }))
    expect(errorOf(await run(stateful))).toMatchObject({ code: 'unsupported_parameter', message: expect.stringContaining('input[0].x') })
    expect(server.ledger.received).toBe(1)
  })
})

describe('a conversation over two turns', () => {
  const reasoning = { id: 'rs_1', type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }], encrypted_content: 'ENC==' }
  const call = { id: 'fc_1', type: 'function_call', status: 'completed', call_id: 'c1', name: 'lookup', arguments: '{"k":1}' }
  const done = (item: object, place: number): string => responsesEvent('response.output_item.done', { output_index: place, item })

  it('brings the sealed reasoning back byte for byte, before the result of the call', async () => {
    server.enqueue(
      responsesEvents([...RESPONSES_OPENING, done(reasoning, 0), done(call, 1), responsesCompleted([reasoning, call])]),
      responsesStream('Eight.'),
    )
    const first = await run()
    const [end] = eventsOf(first, 'response-end')
    expect(end).toMatchObject({ finishReason: 'tool-calls', native: { items: [reasoning, call] } })
    const answer: Message = {
      role: 'assistant',
      content: null,
      thinking: [{ text: 'hm' }],
      toolCalls: [{ id: 'c1', type: 'function', function: { name: 'lookup', arguments: '{"k":1}' } }],
      ...(end?.native === undefined ? {} : { native: end.native }),
    }
    await run({ messages: [{ role: 'user', content: 'Hello?' }, answer, { role: 'tool', toolCallId: 'c1', content: '8' }] })
    expect(JSON.stringify(bodies()[1]?.['input'])).toBe(
      JSON.stringify([{ role: 'user', content: 'Hello?' }, reasoning, call, { type: 'function_call_output', call_id: 'c1', output: '8' }]),
    )
  })

  it('REQ-004 goes on from the stored answer by its id', async () => {
    server.enqueue(responsesEvents([...RESPONSES_OPENING, responsesCompleted([], { store: true })]), responsesStream('More.'))
    const [end] = eventsOf(await run({ settings: { model: 'm', extraBody: { store: true } } }), 'response-end')
    expect(end?.native).toEqual({ dialect: 'openai-responses', items: [], id: 'resp_fake_1' })
    const answer: Message = { role: 'assistant', content: 'Hi', ...(end?.native === undefined ? {} : { native: end.native }) }
    const messages: readonly Message[] = [{ role: 'user', content: 'Hello?' }, answer, { role: 'user', content: 'Go on' }]
    await run({ messages, settings: { model: 'm', extraBody: { previous_response_id: 'resp_fake_1' } } })
    expect(bodies()[1]).toMatchObject({ input: [{ role: 'user', content: 'Go on' }], store: true })
  })
})

describe('REQ-010 what a log is given', () => {
  it('holds nothing of prompt, tools, answer or key', () => {
    const tools = Array.from({ length: 15 }, (_, position) => ({
      type: 'function',
      function: { name: `t${position}`, description: 'CANARY' },
    }))
    const canaries: readonly Message[] = [
      { role: 'user', content: 'CANARY' },
      kept('resp_1', 'CANARY'),
      { role: 'user', content: 'CANARY \ufffd' },
    ]
    const call = aCall({}, { messages: canaries, settings: { model: 'm', tools, extraBody: { previous_response_id: 'resp_1' } } })
    const prepared = provider.prepare(call)
    const notes = prepared.ok ? (prepared.call.notes ?? []) : []
    expect(notes.map(({ text }) => text).join()).toMatch(/omitted.*15 \/ 16/)
    expect(JSON.stringify(notes)).not.toMatch(/CANARY|resp_1|sk-/)
  })
})

describe('what goes wrong in the wild', () => {
  it.each(SPLITS)('a nested error event followed by response.failed is told once (%o)', async (split) => {
    const failed = responsesEvent('response.failed', {
      response: { status: 'failed', error: { code: 'server_error', message: 'fell over' } },
    })
    server.respond(() => responsesBeginning('Once', [responsesErrorEvent('fell over'), failed], { split }))
    const events = await run()
    expect(eventsOf(events, 'error')).toHaveLength(1)
    expect([textOf(events), errorOf(events)?.meta?.['provider_message']]).toEqual(['Once', 'fell over'])
  })

  it.each(SPLITS)('an end of file without a terminal event is an interruption (%o)', async (split) => {
    server.respond(() => responsesBeginning('Grüße 🌍', [], { split }))
    const events = await run()
    expect(textOf(events)).toBe('Grüße 🌍')
    expect(errorOf(events)).toMatchObject({ meta: { interrupted: true } })
    expect(eventsOf(events, 'usage')).toEqual([])
  })

  it.each(SPLITS)('no event lines, `data:` without a space, CRLF, comments, [DONE] and no last blank line are fine (%o)', async (split) => {
    const plain = String(responsesStream('Grüße 🌍').body)
    const body = `: hi\r\n\r\n${plain
      .replaceAll(/^event: .*\n/gm, '')
      .replaceAll('data: ', 'data:')
      .replaceAll('\n', '\r\n')}data: [DONE]`
    server.respond(() => ({ ...responsesStream(''), body, split }))
    const events = await run()
    expect([textOf(events), errorOf(events)]).toEqual(['Grüße 🌍', null])
    expect(eventsOf(events, 'usage')).toHaveLength(1)
  })

  it('200 with an error as JSON, where a stream was asked for, is an error', async () => {
    server.enqueue(jsonReply({ error: { message: 'Model is on fire', type: 'server_error', code: null } }))
    server.respond(() => responsesStream('after all'))
    expect(textOf(await run())).toBe('after all')
    server.enqueue(jsonReply({ error: { message: 'No such thing', code: 'invalid_prompt' } }))
    expect(errorOf(await run())).toMatchObject({ message: expect.stringContaining('No such thing') })
  })
})

describe('what goes out', () => {
  it('is what the official client’s own method would send', async () => {
    const recorder = await startRawRecorder()
    const call = aCall({ baseUrl: recorder.baseUrl }, { stream: true })
    const own = createProvider({ dialect: openAiResponses, transport, random: () => 0, sleep: () => Promise.resolve(), maxAttempts: 1 })
    await runToEnd(own, call)
    const official = createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init) })
    await runToEnd(
      createProvider({ dialect: openAiResponses, transport: official, random: () => 0, sleep: () => Promise.resolve(), maxAttempts: 1 }),
      call,
    )
    const client = new OpenAI({ apiKey: TEST_KEY, baseURL: recorder.baseUrl, organization: null, project: null, maxRetries: 0 })
    await client.responses
      .create(
        { model: 'test-model', input: [{ role: 'user', content: 'Hello?' }], stream: true, store: false },
        { headers: { 'x-client-request-id': 'req-testkit-1' } },
      )
      .asResponse()
    const comparable = recorder.requests.map(({ requestLine, headers, body }) => ({
      requestLine,
      body: Buffer.from(body).toString('utf8'),
      headers: ['accept', 'authorization', 'content-type', 'user-agent', 'x-client-request-id'].map((name) => headers.get(name)),
    }))
    expect(comparable).toHaveLength(3)
    expect(comparable[0]).toEqual(comparable[2])
    expect(comparable[1]).toEqual(comparable[2])
    await recorder.close()
  })
})

const REPLIES = 'litellm-proxy-replies.json'
const proxy: Readonly<Record<string, { readonly headers: Readonly<Record<string, string>>; readonly body: unknown }>> = hasFixture(REPLIES)
  ? JSON.parse(Buffer.from(readFixture(REPLIES)).toString('utf8')).replies
  : {}

describe.runIf('responses' in proxy)('a real LiteLLM proxy', () => {
  it('answers as a whole, with its cost in a header', () => {
    const { body, headers = {} } = proxy['responses'] ?? {}
    const events = openAiResponses.readBody(body, headers)
    expect(eventProblems(events)).toEqual([])
    expect(textOf(events)).toBe('Hello there!')
    expect(eventsOf(events, 'usage')).toMatchObject([{ inputTokens: 9, outputTokens: 3, totalTokens: 12 }])
    expect(eventsOf(events, 'cost')).toEqual([{ type: 'cost', totalUsd: 3.15e-6, source: 'gateway' }])
    expect(eventsOf(events, 'response-end')).toMatchObject([{ finishReason: 'stop', gateway: { name: 'litellm' } }])
  })

  it.each(SPLITS)('streams without event lines, and ends with [DONE] (%o)', async (split) => {
    const { body, headers = {} } = proxy['responses_stream'] ?? {}
    const events = await replayStream(openAiResponses, Buffer.from(String(body)), { headers, split })
    expect(eventProblems(events)).toEqual([])
    expect([textOf(events), errorOf(events)]).toEqual(['Hello there!', null])
    expect(eventsOf(events, 'part-start')).toHaveLength(1)
    expect(eventsOf(events, 'response-end')).toHaveLength(1)
  })
})

interface Recording {
  readonly id: string
  readonly api: string
  readonly file: string
  readonly expect: {
    readonly text: string
    readonly textChars: number
    readonly reasoningChars: number
    readonly tools: readonly object[]
    readonly finish: string | null
    readonly error: { readonly message: string } | null
    readonly usage: { readonly input_tokens: number; readonly output_tokens: number } | null
  }
}

const INDEX = 'streams/index.json'
const recordings: readonly Recording[] = hasFixture(INDEX)
  ? (JSON.parse(Buffer.from(readFixture(INDEX)).toString('utf8')) as Recording[]).filter(({ api }) => api === 'responses')
  : []

describe.runIf(recordings.length > 0)('recorded streams of the Responses API', () => {
  describe.each(recordings)('$id', ({ file, expect: expected }) => {
    it('come out as the index says, whichever way the bytes are cut', async () => {
      const bytes = readFixture(`streams/${file}`)
      const whole = await replayStream(openAiResponses, bytes)
      expect(eventProblems(whole)).toEqual([])
      for (const split of SPLITS) expect(await replayStream(openAiResponses, bytes, { split })).toEqual(whole)
      expect(textOf(whole).startsWith(expected.text)).toBe(true)
      expect([Array.from(textOf(whole)).length, Array.from(textOf(whole, 'thinking')).length]).toEqual([
        expected.textChars,
        expected.reasoningChars,
      ])
      expect(
        partsOf(whole).flatMap((part) => (part.kind === 'tool-call' ? [{ id: part.id, name: part.name, arguments: part.arguments }] : [])),
      ).toEqual(expected.tools)
      expect(errorOf(whole)?.meta?.['provider_message']).toBe(expected.error?.message)
      expect(eventsOf(whole, 'response-end').map((end) => end.nativeFinishReason)).toEqual(expected.error === null ? [expected.finish] : [])
      const [usage] = eventsOf(whole, 'usage')
      expect([usage?.inputTokens, usage?.outputTokens]).toEqual([expected.usage?.input_tokens, expected.usage?.output_tokens])
    })

    it('end with a turn that goes back as it came', async () => {
      const events = await replayStream(openAiResponses, readFixture(`streams/${file}`))
      const [end] = eventsOf(events, 'response-end')
      const parts = partsOf(events)
      const answer: Message = {
        role: 'assistant',
        content: textOf(events),
        toolCalls: parts.flatMap((part) =>
          part.kind === 'tool-call'
            ? [{ id: part.id, type: 'function' as const, function: { name: part.name, arguments: part.arguments } }]
            : [],
        ),
        ...(end?.native === undefined ? {} : { native: end.native }),
      }
      const prepared = openAiResponses.prepare(aCall({}, { messages: [answer] }))
      const input: unknown = prepared.ok ? JSON.parse(prepared.call.request.body).input : []
      const items = end?.native?.items ?? []
      expect(JSON.stringify(items.length > 0 ? input : items)).toBe(JSON.stringify(items))
      expect(prepared.ok ? prepared.call.settings.dropped : null).toEqual([])
    })
  })
})
