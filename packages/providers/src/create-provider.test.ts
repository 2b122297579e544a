import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createProvider, type CreateProviderOptions } from './create-provider.ts'
import { openAiChat } from './openai-chat/index.ts'
import type { AttemptFacts, CallContext, PreparedCall, ProviderCall } from './provider.ts'
import { TransportFailure, type Transport, type TransportOptions, type TransportReply } from './transport/transport.ts'

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

type Piece = string | Error | ((cancelled: Promise<void>) => Promise<void>)

function reply(status: number, headers: Readonly<Record<string, string>>, pieces: readonly Piece[]): TransportReply {
  const { promise: cancelled, resolve } = Promise.withResolvers<void>()
  async function* body(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) {
      if (piece instanceof Error) throw piece
      if (typeof piece === 'function') await piece(cancelled)
      else yield encoded(piece)
    }
  }
  return { status, headers, body: body(), cancel: resolve }
}

const sse = (...pieces: readonly Piece[]): TransportReply => reply(200, { 'content-type': 'text/event-stream' }, pieces)
const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): TransportReply =>
  reply(status, { 'content-type': 'application/json', ...headers }, [JSON.stringify(value)])
const delta = (content: string): string => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`
const STOP = 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'
const DONE = 'data: [DONE]\n\n'
const ERROR = 'data: {"error":{"message":"Stalled","code":503}}\n\n'
const USAGE = 'data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4}}\n\n'

type Answer = TransportReply | Error | ((options: TransportOptions) => Promise<TransportReply>)

interface Scripted {
  readonly transport: Transport
  readonly sent: { readonly call: PreparedCall; readonly options: TransportOptions }[]
}

function scripted(...answers: readonly Answer[]): Scripted {
  const sent: Scripted['sent'] = []
  return {
    sent,
    transport: {
      send: async (call, options) => {
        const answer = answers[sent.length]
        sent.push({ call, options })
        if (answer instanceof Error) throw answer
        options.onConnected()
        if (answer === undefined) throw new Error('no answer is left')
        return typeof answer === 'function' ? answer(options) : answer
      },
      close: () => Promise.resolve(),
    },
  }
}

const CALL: ProviderCall = {
  endpoint: { baseUrl: 'https://api.example.org/v1', apiKey: 'sk-very-secret-key' },
  model: 'm',
  facts: null,
  messages: [{ role: 'user', content: 'Hi' }],
  settings: { model: 'm' },
  stream: true,
}

async function run(
  { transport }: Scripted,
  context: Partial<CallContext> = {},
  options: Partial<CreateProviderOptions> = {},
): Promise<{ events: ProviderEvent[]; sleeps: number[] }> {
  const sleeps: number[] = []
  const sleep = (ms: number): Promise<void> => {
    sleeps.push(ms)
    return Promise.resolve()
  }
  const provider = createProvider({ dialect: openAiChat, transport, random: () => 0.5, sleep, ...options })
  const prepared = provider.prepare(CALL)
  if (!prepared.ok) throw new Error(prepared.error.message)
  const events: ProviderEvent[] = []
  const full: CallContext = {
    signal: new AbortController().signal,
    requestId: 'r1',
    wire: 'none',
    clock: () => performance.now(),
    ...context,
  }
  for await (const event of provider.run(prepared.call, full)) events.push(event)
  return { events, sleeps }
}

const types = (events: readonly ProviderEvent[]): string[] => events.map(({ type }) => type)
const errorOf = (events: readonly ProviderEvent[]) => events.flatMap((event) => (event.type === 'error' ? [event.error] : []))[0]
const SILENT: Answer = () => Promise.reject(new TransportFailure('timeout', 'silent'))
const hang = (cancelled: Promise<void>): Promise<void> => cancelled
const BUSY = json(503, { error: { message: 'busy' } })

describe('createProvider', () => {
  it('names its dialect, and prepares by it', () => {
    const provider = createProvider({
      dialect: openAiChat,
      transport: scripted().transport,
      random: () => 0,
      sleep: () => Promise.resolve(),
    })
    expect(provider.dialect).toBe('openai-chat')
    expect(provider.prepare(CALL)).toEqual(openAiChat.prepare(CALL))
  })

  it('passes on each batch as it comes', async () => {
    const seen: string[] = []
    const provider = createProvider({
      dialect: openAiChat,
      transport: scripted(
        sse(
          delta('a'),
          async () => {
            seen.push('waited')
          },
          delta('b'),
          STOP,
          DONE,
        ),
      ).transport,
      random: () => 0,
      sleep: () => Promise.resolve(),
    })
    const prepared = provider.prepare(CALL)
    if (!prepared.ok) throw new Error(prepared.error.message)
    const context: CallContext = { signal: new AbortController().signal, requestId: 'r', wire: 'none', clock: () => 0 }
    for await (const event of provider.run(prepared.call, context)) if (event.type === 'part-delta') seen.push(event.delta)
    expect(seen).toEqual(['a', 'waited', 'b'])
  })

  it('sends the id of the request and the context’s headers with every attempt', async () => {
    const script = scripted(BUSY, sse(delta('a'), STOP, DONE))
    await run(script, { headers: { traceparent: '00-x' } })
    expect(script.sent.map(({ options }) => options.headers)).toEqual([
      { 'x-client-request-id': 'r1', traceparent: '00-x' },
      { 'x-client-request-id': 'r1', traceparent: '00-x' },
    ])
  })

  it('tries no more often than it is told', async () => {
    const script = scripted(BUSY, BUSY, BUSY, BUSY, BUSY)
    const { events } = await run(script, {}, { maxAttempts: 2 })
    expect(types(events)).toEqual(['retry', 'error'])
    expect(script.sent).toHaveLength(2)
    expect(errorOf(events)?.meta?.['attempts']).toBe(2)
  })

  it('does not try again what was billed, and tells the bill', async () => {
    const script = scripted(sse(ERROR, USAGE, DONE), sse(delta('a'), STOP, DONE))
    const { events } = await run(script)
    expect(types(events)).toEqual(['error', 'usage'])
    expect(script.sent).toHaveLength(1)
  })

  it('tries a stream again that broke before its first part', async () => {
    const script = scripted(sse(': waiting\n\n', new TransportFailure('reset', 'closed')), sse(delta('a'), STOP, DONE))
    expect(types((await run(script)).events)).toEqual(['retry', 'part-start', 'part-delta', 'part-end', 'response-end'])
  })

  it.each([
    ['tls', 1],
    ['protocol', 1],
    ['dns', 3],
    ['refused', 3],
  ] as const)('makes of a failure of kind %s %i attempts', async (kind, attempts) => {
    const failure = new TransportFailure(kind, 'what to do')
    const { events } = await run(scripted(failure, failure, failure))
    expect(errorOf(events)).toMatchObject({ message: 'what to do', meta: { attempts } })
  })

  it('does not ask a provider twice that took the request and is silent', async () => {
    const script = scripted(SILENT, SILENT)
    expect(errorOf((await run(script)).events)).toMatchObject({ code: 'provider_timeout' })
    expect(script.sent).toHaveLength(1)
  })

  it('takes a stream for complete whose end was declared before it broke', async () => {
    const { events } = await run(scripted(sse(delta('a'), STOP, new TransportFailure('reset', 'closed'))))
    expect(types(events).at(-1)).toBe('response-end')
  })

  it('keeps the answer and names the break where it was not', async () => {
    const { events } = await run(scripted(sse(delta('a'), new TransportFailure('reset', 'It broke.'))))
    expect(types(events)).toEqual(['part-start', 'part-delta', 'part-end', 'error'])
    expect(errorOf(events)).toMatchObject({ message: 'It broke.', meta: { interrupted: true, attempts: 1 } })
  })

  it('waits for the rest after an error, but not for long', async () => {
    const script = scripted(sse(delta('a'), ERROR, USAGE, hang))
    const { events } = await run(script, {}, { graceMs: 20 })
    expect(types(events)).toEqual(['part-start', 'part-delta', 'part-end', 'error', 'usage'])
  })

  it('does not make its reader wait for the connection of an answer that is complete', async () => {
    let closed = false
    const closing = async (cancelled: Promise<void>): Promise<void> => {
      await cancelled
      closed = true
    }
    const script = scripted(sse(delta('a'), STOP, DONE, closing))
    const { events } = await run(script, {}, { graceMs: 20 })
    expect(types(events).at(-1)).toBe('response-end')
    expect(closed).toBe(false)
    await expect.poll(() => closed, { interval: 5 }).toBe(true)
  })

  it('leaves no listener on the caller’s signal', async () => {
    const { signal } = new AbortController()
    let listeners = 0
    const counted = new Proxy(signal, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          if (name === 'addEventListener') listeners += 1
          if (name === 'removeEventListener') listeners -= 1
          return Reflect.apply(value, target, args)
        }
      },
    })
    await run(scripted(BUSY, sse(delta('a'), STOP)), { signal: counted })
    await run(scripted(json(400, { error: { message: 'no' } })), { signal: counted })
    await run(scripted(sse(delta('a'), STOP, DONE)), { signal: counted })
    await expect.poll(() => listeners, { interval: 2 }).toBe(0)
  })

  it('tells the facts of each attempt, without query and key', async () => {
    const facts: AttemptFacts[] = []
    let nowMs = 0
    const clock = (): number => (nowMs += 10)
    await run(scripted(BUSY, sse(delta('a'), STOP, DONE)), { clock, onAttempt: (fact) => facts.push(fact) })
    expect(facts).toEqual([
      {
        attempt: 1,
        method: 'POST',
        url: 'https://api.example.org/v1/chat/completions',
        status: 503,
        startMs: 10,
        firstTokenMs: null,
        endMs: expect.any(Number),
        failure: expect.stringContaining('HTTP 503'),
      },
      expect.objectContaining({ attempt: 2, status: 200, failure: null, firstTokenMs: expect.any(Number) }),
    ])
  })

  it('turns a fault of its own into data, and tells nothing of it', async () => {
    const faulty = {
      ...openAiChat,
      createReducer: () => ({
        push: () => {
          throw new Error('sk-very-secret-key at line 7')
        },
        end: () => [],
      }),
    }
    const { events } = await run(scripted(sse(delta('a'), STOP, DONE)), {}, { dialect: faulty })
    expect(events).toMatchObject([{ type: 'error', error: { code: 'internal', message: expect.not.stringContaining('line 7') } }])
  })

  it('outlives JSON that is nested beyond all reason', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const pieces = [`data: {"object":"odd","deep":${deep}}\n\n`, delta('a'), `data: {"error":{"message":"No","deep":${deep}}}\n\n`]
    const { events } = await run(scripted(sse(...pieces)))
    expect(types(events)).toEqual(['raw', 'part-start', 'part-delta', 'part-end', 'error'])
    expect(JSON.stringify(events).length).toBeLessThan(5_000)
    const whole = reply(400, {}, [`{"error":{"message":"No","deep":${deep}}}`])
    expect(errorOf((await run(scripted(whole))).events)?.code).toBe('provider_error')
  })

  it('refuses an event and a body beyond their bounds', async () => {
    const large = await run(scripted(sse(delta('a'), `data: ${'x'.repeat(500)}`, 'x'.repeat(600))), {}, { maxEventChars: 1_000 })
    expect(errorOf(large.events)?.message).toContain('larger than 1000 characters')
    expect(types(large.events)).toContain('part-end')
    const whole = await run(scripted(json(200, { a: 'x'.repeat(5_000_000) })), {}, { maxBodyBytes: 4_000_000 })
    expect(errorOf(whole.events)?.message).toContain('larger than 4 MB')
  })

  it('reads JSON whatever it is announced as, and a page as a page', async () => {
    const answer = { choices: [{ message: { content: 'Hi' }, finish_reason: 'stop' }] }
    const plain = reply(200, { 'content-type': 'text/plain' }, [JSON.stringify(answer)])
    expect(types((await run(scripted(plain))).events).at(-1)).toBe('response-end')
    const page = reply(200, {}, ['<!DOCTYPE html><p>Hi'])
    expect(errorOf((await run(scripted(page))).events)?.message).toContain('web page')
  })
})
