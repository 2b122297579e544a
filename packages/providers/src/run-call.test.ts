import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createProvider, type CreateProviderOptions } from './create-provider.ts'
import { createLimits, type Limits, type LimitsOptions } from './limits/create-limits.ts'
import { openAiChat } from './openai-chat/index.ts'
import type { CallContext, PreparedCall, ProviderEndpoint } from './provider.ts'
import { TransportFailure, type TransportReply } from './transport/transport.ts'

const KEY = 'sk-limits-4f1c9e7a2b'

const reply = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): TransportReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: (async function* () {
    yield Buffer.from(JSON.stringify(value))
  })(),
  cancel: () => undefined,
})
const failure = (status: number, error: object = { message: 'no' }): TransportReply => reply(status, { error })
const ANSWER = { choices: [{ message: { content: 'Hi' }, finish_reason: 'stop' }] }

type Answer = (call: PreparedCall) => TransportReply | TransportFailure

interface World {
  readonly sent: PreparedCall[]
  nowMs: number
  readonly run: (changes?: Partial<PreparedCall>, context?: Partial<CallContext>) => Promise<ProviderEvent[]>
}

const call = (endpoint: Partial<ProviderEndpoint> = {}): PreparedCall => ({
  request: {
    method: 'POST',
    url: 'https://api.example.org/v1/chat/completions',
    headers: { authorization: `Bearer ${KEY}` },
    body: '{"a":1}',
  },
  stream: false,
  endpoint: { baseUrl: 'https://api.example.org/v1', apiKey: KEY, ...endpoint },
  settings: { sent: {}, dropped: [], changed: [] },
})

function world(answer: Answer, limiting: Partial<LimitsOptions> = {}, options: Partial<CreateProviderOptions> = {}): World {
  const sent: PreparedCall[] = []
  const limits: Limits = createLimits({ ...limiting, clock: () => made.nowMs })
  const provider = createProvider({
    dialect: openAiChat,
    transport: {
      send: (asked) => {
        sent.push(asked)
        const answered = answer(asked)
        return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered)
      },
      close: () => Promise.resolve(),
    },
    random: () => 0,
    sleep: () => Promise.resolve(),
    limits,
    ...options,
  })
  const made: World = {
    sent,
    nowMs: 0,
    run: async (changes = {}, context = {}) => {
      const events: ProviderEvent[] = []
      const full: CallContext = { signal: new AbortController().signal, requestId: 'r', wire: 'none', clock: () => made.nowMs, ...context }
      for await (const event of provider.run({ ...call(), ...changes }, full)) events.push(event)
      return events
    },
  }
  return made
}

const types = (events: readonly ProviderEvent[]): string[] => events.map(({ type }) => type)
const errorOf = (events: readonly ProviderEvent[]) => events.flatMap((event) => (event.type === 'error' ? [event.error] : []))[0]

describe('the retry budget', () => {
  it('passes a failure on, and says so, once too many were tried again', async () => {
    const { run, sent } = world(() => failure(503), { retries: { least: 3 }, circuit: { least: 1_000 } })
    expect(types(await run())).toEqual(['retry', 'retry', 'error'])
    const second = await run()
    expect(types(second)).toEqual(['retry', 'error'])
    expect(errorOf(second)).toMatchObject({
      code: 'provider_error',
      meta: { provider_status: 503, attempts: 2, retry_stopped: 'retry_budget' },
    })
    expect(errorOf(await run())).toMatchObject({ meta: { attempts: 1, retry_stopped: 'retry_budget' } })
    expect(sent).toHaveLength(6)
  })

  it('lets a tenth be tried again where there is traffic', async () => {
    let count = 0
    const { run, sent } = world(() => ((count += 1) <= 200 ? reply(200, ANSWER) : failure(503)), {
      retries: { least: 1 },
      circuit: { least: 10_000 },
    })
    for (let calls = 0; calls < 200; calls += 1) await run()
    for (let calls = 0; calls < 100; calls += 1) await run()
    expect(sent.length - 300).toBeGreaterThanOrEqual(30)
    expect(sent.length - 300).toBeLessThanOrEqual(31)
  })

  it('says nothing of itself where a failure would not have been tried again anyway', async () => {
    const { run } = world(() => failure(400), { retries: { least: 0, share: 0 } })
    expect(errorOf(await run())?.meta).not.toHaveProperty('retry_stopped')
  })
})

describe('the circuit breaker', () => {
  const circuit = { least: 4, share: 0.5, cooldownMs: 30_000 }

  it('sends nothing once a provider failed too often, and says for how long', async () => {
    const made = world(() => failure(500), { circuit })
    await made.run()
    const fourth = await made.run()
    expect(errorOf(fourth)).toMatchObject({ meta: { provider_status: 500, retry_stopped: 'circuit_open' } })
    expect(made.sent).toHaveLength(4)
    made.nowMs = 10_500
    const facts: unknown[] = []
    const refused = await made.run({}, { wire: 'full', onAttempt: (fact) => facts.push(fact) })
    expect(refused).toEqual([
      {
        type: 'error',
        error: {
          code: 'provider_circuit_open',
          message: expect.stringMatching(/Run again in 20 s, or choose another provider/),
          meta: { retry_after_ms: 19_500, retryable: true, attempts: 0 },
        },
      },
    ])
    expect(made.sent).toHaveLength(4)
    expect(facts).toEqual([])
  })

  it('is open for that key and that address alone', async () => {
    const made = world(() => failure(500), { circuit })
    await made.run()
    await made.run()
    expect(errorOf(await made.run({ endpoint: { baseUrl: 'https://api.example.org/v1', apiKey: 'another-key' } }))?.code).toBe(
      'provider_error',
    )
    expect(errorOf(await made.run({ endpoint: { baseUrl: 'https://api.example.org/v2', apiKey: KEY } }))?.code).toBe('provider_error')
    expect(errorOf(await made.run())?.code).toBe('provider_circuit_open')
  })

  it('asks once after the cooldown, and is closed again by an answer', async () => {
    let isWell = false
    const made = world(() => (isWell ? reply(200, ANSWER) : failure(500)), { circuit })
    await made.run()
    await made.run()
    made.nowMs = 30_000
    expect(errorOf(await made.run())).toMatchObject({ code: 'provider_error', meta: { attempts: 1, retry_stopped: 'circuit_open' } })
    expect(errorOf(await made.run())?.code).toBe('provider_circuit_open')
    isWell = true
    made.nowMs = 60_000
    expect(types(await made.run()).at(-1)).toBe('response-end')
    expect(types(await made.run()).at(-1)).toBe('response-end')
  })

  it('is not opened by refusals and rate limits', async () => {
    let count = 0
    const statuses = [400, 401, 404, 422, 429]
    const made = world(() => failure(statuses[(count += 1) % statuses.length] ?? 400), { circuit })
    for (let calls = 0; calls < 20; calls += 1) expect(errorOf(await made.run())?.code).not.toBe('provider_circuit_open')
  })

  it('is opened by connections that do not come about', async () => {
    const made = world(() => new TransportFailure('refused', 'Nothing answers.'), { circuit })
    await made.run()
    await made.run()
    expect(errorOf(await made.run())?.code).toBe('provider_circuit_open')
  })

  it('opens in the middle of a call too, and that call ends with it', async () => {
    const made: World = world(
      () => {
        made.nowMs += 1
        return failure(503)
      },
      { circuit: { least: 2, share: 0.5, cooldownMs: 30_000 } },
    )
    expect(types(await made.run())).toEqual(['retry', 'error'])
    expect(made.sent).toHaveLength(2)
  })
})

describe('a call that relies on what the provider stored', () => {
  const stateless: PreparedCall = { ...call(), request: { ...call().request, body: '{"whole":"history"}' } }
  const tooLong = { message: 'too long', code: 'context_length_exceeded' }

  it.each([
    ['its context is full', failure.bind(null, 422, tooLong)],
    ['its context is full (400)', failure.bind(null, 400, tooLong)],
    ['the earlier answer is gone', failure.bind(null, 404, { message: 'Previous response not found' })],
    ['the earlier answer is not known', failure.bind(null, 400, { message: 'no', code: 'previous_response_not_found' })],
  ])('is sent once more without it where %s (REQ-009)', async (_, failed) => {
    const made = world(({ request }) => (request.body.includes('history') ? reply(200, ANSWER) : failed()))
    const events = await made.run({ stateless }, { wire: 'summary' })
    expect(types(events).filter((type) => type === 'wire' || type === 'retry' || type === 'response-end')).toEqual([
      'wire',
      'retry',
      'response-end',
      'wire',
    ])
    expect(events.find(({ type }) => type === 'retry')).toMatchObject({
      attempt: 2,
      of: 2,
      waitMs: 0,
      reason: /without what the provider stored/,
    })
    expect(events.flatMap((event) => (event.type === 'wire' ? [event.attempt.request.body] : []))).toEqual([
      '{"a":1}',
      '{"whole":"history"}',
    ])
  })

  it('ends with the provider’s error where that fails too (ES1)', async () => {
    const made = world(({ request }) => (request.body.includes('history') ? failure(503) : failure(422, tooLong)))
    const events = await made.run({ stateless })
    expect(errorOf(events)).toMatchObject({ code: 'provider_error', meta: { provider_status: 503, attempts: 2 } })
    expect(made.sent).toHaveLength(2)
  })

  it('is tried again as it is where the failure is another one', async () => {
    const made = world(() => failure(503))
    await made.run({ stateless })
    expect(made.sent.map(({ request }) => request.body)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}'])
  })

  it('is sent once where it has no other form', async () => {
    const made = world(() => failure(422, tooLong))
    expect(errorOf(await made.run())?.code).toBe('context_length_exceeded')
    expect(made.sent).toHaveLength(1)
  })
})

describe('an answer that holds the key', () => {
  const made = (content: string): World =>
    world(() => reply(200, { model: `m-${KEY}`, choices: [{ message: { content }, finish_reason: KEY }] }))

  it('is passed on without it', async () => {
    const events = await made(`Your key is ${KEY}!`).run({}, { wire: 'full' })
    expect(JSON.stringify(events)).not.toContain(KEY)
    expect(events.find(({ type }) => type === 'part-delta')).toMatchObject({ delta: 'Your key is ***!' })
  })

  it('is refused before it is asked for where the key belongs elsewhere', async () => {
    const { run, sent } = made('Hi')
    const events = await run({ endpoint: { baseUrl: 'https://api.example.org/v1', apiKey: KEY, apiKeyOrigin: 'https://first.example' } })
    expect(events).toMatchObject([{ type: 'error', error: { code: 'secret_missing', meta: { attempts: 0 } } }])
    expect(sent).toEqual([])
  })
})
