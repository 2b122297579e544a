import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import type { AttemptEnd } from './attempt-end.ts'
import { AttemptRecord } from './attempt-record.ts'
import type { StreamReducer } from './provider.ts'
import { createRedactor } from './redact.ts'
import { StreamedAnswer } from './streamed-answer.ts'
import { TransportFailure } from './transport/transport.ts'

const START: ProviderEvent = { type: 'part-start', index: 0, kind: 'text' }
const PART_END: ProviderEvent = { type: 'part-end', index: 0, part: { kind: 'text', text: '' } }
const DONE: ProviderEvent = { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop' }
const USAGE: ProviderEvent = { type: 'usage', inputTokens: 1, outputTokens: 1, totalTokens: 2, source: 'provider' }
const failing = (retryable: boolean): ProviderEvent => ({
  type: 'error',
  error: { code: 'provider_error', message: 'No', meta: { retryable } },
})

const EVENTS: Readonly<Record<string, ProviderEvent>> = {
  start: START,
  done: DONE,
  usage: USAGE,
  passes: failing(true),
  stays: failing(false),
}

/** A reducer that is told by each event's data which event to yield: no dialect stands between the test and the reading. */
const toldBy = (atEnd: readonly ProviderEvent[]): StreamReducer => ({
  push: ({ data }) => data.split(' ').flatMap((name) => EVENTS[name] ?? []),
  end: () => atEnd,
})

async function* body(pieces: readonly (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Error) throw piece
    yield new TextEncoder().encode(`data: ${piece}\n\n`)
  }
}

async function read(
  pieces: readonly (string | Error)[],
  atEnd: readonly ProviderEvent[] = [],
  caller: AbortSignal = new AbortController().signal,
): Promise<{ types: string[]; events: ProviderEvent[]; end: AttemptEnd }> {
  const record = new AttemptRecord({
    attempt: 1,
    request: { method: 'POST', url: 'http://x', headers: {}, body: '' },
    detail: 'none',
    redactor: createRedactor(null),
    clock: () => 0,
  })
  const answer = new StreamedAnswer({
    reply: { status: 200, headers: {}, body: body(pieces), cancel: () => undefined },
    reducer: toldBy(atEnd),
    record,
    signal: caller,
    limits: { maxEventChars: 100, maxBodyBytes: 0, graceMs: 10 },
  })
  const events: ProviderEvent[] = []
  for (let told = await answer.next(); told !== null; told = await answer.next()) events.push(...told)
  return { types: events.map(({ type }) => type), events, end: answer.end }
}

describe('StreamedAnswer', () => {
  it('ends with the answer', async () => {
    expect(await read(['start', 'done'])).toMatchObject({ types: ['part-start', 'response-end'], end: { kind: 'ended', error: null } })
    expect(await read(['start'], [PART_END, DONE])).toMatchObject({
      types: ['part-start', 'part-end', 'response-end'],
      end: { kind: 'ended' },
    })
  })

  it('passes an error on once a part has begun, and all that follows it', async () => {
    expect(await read(['start', 'passes', 'usage'])).toMatchObject({
      types: ['part-start', 'error', 'usage'],
      end: { kind: 'ended', error: { message: 'No' } },
    })
  })

  it.each([
    ['passes', [], true],
    ['stays', [], false],
    ['passes', [USAGE], false],
  ] as const)('holds an error back before any part: %s, with %o, may be tried again: %s', async (name, atEnd, retryable) => {
    const { types, end } = await read([name], atEnd)
    expect(types).toEqual([])
    expect(end).toMatchObject({ kind: 'failed', failure: { retryable }, events: [{ type: 'error' }, ...atEnd] })
  })

  it('tells a break as the error, and keeps what the reducer still has to close', async () => {
    const { types, events } = await read(['start', new TransportFailure('reset', 'It broke.')], [PART_END, failing(true)])
    expect(types).toEqual(['part-start', 'part-end', 'error'])
    expect(events.at(-1)).toMatchObject({ error: { message: 'It broke.', meta: { interrupted: true } } })
  })

  it('tells silence in the middle as such', async () => {
    const { events } = await read(['start', new TransportFailure('timeout', 'x')], [PART_END])
    expect(events.at(-1)).toMatchObject({ error: { code: 'provider_timeout', message: expect.stringContaining('fell silent') } })
  })

  it('tells why its caller gave up rather than how the connection ended', async () => {
    const caller = new AbortController()
    const cause = new TransportFailure('reset', 'closed')
    caller.abort({ code: 'deadline_exceeded' })
    expect((await read(['start', cause], [PART_END], caller.signal)).events.at(-1)).toMatchObject({ error: { code: 'deadline_exceeded' } })
  })

  it('needs no second error where the stream breaks after one', async () => {
    expect((await read(['start', 'stays', new TransportFailure('reset', 'closed')], [USAGE])).types).toEqual([
      'part-start',
      'error',
      'usage',
    ])
  })

  it('calls a stream without an event empty', async () => {
    const { end } = await read([])
    expect(end).toMatchObject({ kind: 'failed', failure: { retryable: true, error: { message: expect.stringContaining('empty stream') } } })
  })

  it('takes an answer that says nothing, but declares its end, for an answer', async () => {
    const { types, end } = await read(['nothing yet'], [USAGE, DONE])
    expect([types, end]).toMatchObject([['usage', 'response-end'], { kind: 'ended', error: null }])
    expect((await read(['nothing yet'], [USAGE])).end).toMatchObject({ kind: 'failed' })
  })

  it('tells a fault of the program as one, and nothing of its inside', async () => {
    const { end } = await read(['start', new TypeError('a fault')])
    expect(end).toMatchObject({ kind: 'failed', failure: { retryable: false, error: { code: 'internal' } } })
    expect(JSON.stringify(end)).not.toContain('a fault')
  })
})
