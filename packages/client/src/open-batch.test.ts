import type { CompletionBatchRequest } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { type ClientOptions, createClient } from './create-client.ts'
import { RESPONSE, type Reaction, fakeService, json, streamOf, wireEvent } from './fake-service.ts'
import type { BatchRunEvent } from './open-batch.ts'

const BODY: CompletionBatchRequest = {
  ag_config: { prompt: { messages: [], llm_config: { model: 'demo/echo' } } },
  rows: [{ row_id: 'a', inputs: {}, idempotency_key: 'k' }],
  concurrency: 20,
}
const COUNTS = { rows: 2, succeeded: 1, failed: 1, not_started: 0, replayed: 0 }
const START = wireEvent('row-start', { row_id: 'a', trace_id: 't', span_id: 's' })
const USAGE = wireEvent('usage', { row_id: 'a', input_tokens: 1, output_tokens: 2, total_tokens: 3, source: 'provider' })
const RESULT = wireEvent('row-result', { row_id: 'a', ...RESPONSE })
const ERROR = wireEvent('row-error', { row_id: 'b', detail: { code: 'missing_variables', message: 'No.' } })
const END = wireEvent('batch-end', { counts: COUNTS, not_started: [] })

function setUp(reactions: readonly Reaction[], rest: Partial<ClientOptions> = {}) {
  const service = fakeService(...reactions)
  const client = createClient({
    serviceUrl: 'https://s.test',
    projectId: 'p 1',
    getToken: async () => 'token',
    fetch: service.fetch,
    randomBytes: (count) => new Uint8Array(count).fill(171),
    ...rest,
  })
  return { ...service, client }
}
async function all(events: AsyncIterable<BatchRunEvent>): Promise<BatchRunEvent[]> {
  const list: BatchRunEvent[] = []
  for await (const event of events) list.push(event)
  return list
}

describe('a batch', () => {
  it('sends what the contract names', async () => {
    const { client, sent } = setUp([streamOf(END)])
    await all(client.batch('chat', BODY, { wire: 'summary', deadlineMs: 5000, runId: 'run' }))
    expect(sent[0]).toMatchObject({ method: 'POST', url: 'https://s.test/services/chat/batch?project_id=p%201', body: BODY })
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      authorization: 'Bearer token',
      accept: 'text/event-stream',
      'content-type': 'application/json',
      traceparent: `00-${'ab'.repeat(16)}-${'ab'.repeat(8)}-01`,
      'x-vitrine-deadline-ms': '5000',
      'x-vitrine-run': 'run',
      'x-vitrine-wire': 'summary',
    })
  })

  it('yields the events of its rows and ends with its counts', async () => {
    const { client } = setUp([streamOf(START, USAGE, ERROR, wireEvent('heartbeat', {}), RESULT, END, START)])
    expect(await all(client.batch('completion', BODY))).toEqual([
      { type: 'row-start', rowId: 'a', traceId: 't', spanId: 's' },
      {
        type: 'row-event',
        rowId: 'a',
        event: { type: 'usage', inputTokens: 1, outputTokens: 2, totalTokens: 3, source: 'provider' },
      },
      { type: 'row-error', rowId: 'b', error: { code: 'missing_variables', message: 'No.' } },
      { type: 'heartbeat' },
      { type: 'row-result', rowId: 'a', response: RESPONSE },
      { type: 'batch-end', counts: { rows: 2, succeeded: 1, failed: 1, notStarted: 0, replayed: 0 }, notStarted: [] },
    ])
  })

  it('keeps the rows that came before it was interrupted', async () => {
    const { client } = setUp([streamOf(START, RESULT, ERROR.slice(0, -10))])
    const events = await all(client.batch('completion', BODY))
    expect(events.map(({ type }) => type)).toEqual(['row-start', 'row-result', 'failure'])
    expect(events.at(-1)).toMatchObject({ failure: { code: 'interrupted' } })
  })

  it('passes over what a newer service may say, and not over what cannot be read', async () => {
    const { client } = setUp([streamOf(wireEvent('row-mood', { row_id: 'a' }), START, wireEvent('row-result', { row_id: 'a' }), END)])
    const events = await all(client.batch('completion', BODY))
    expect(events.map(({ type }) => type)).toEqual(['row-start', 'failure'])
    expect(events.at(-1)).toMatchObject({ failure: { code: 'bad_reply', meta: { event: 'row-result' } } })
  })

  it('reports a refusal of the whole as data', async () => {
    const { client } = setUp([json({ detail: { code: 'unknown_model', message: 'No.' } }, 422)])
    expect(await all(client.batch('completion', BODY))).toEqual([
      { type: 'failure', failure: { code: 'unknown_model', message: 'No.', status: 422 } },
    ])
  })

  it.each([
    ['a document', json(RESPONSE)],
    ['nothing', new Response(null, { status: 204 })],
  ])('calls %s no reply', async (_what, response) => {
    const { client } = setUp([response])
    expect(await all(client.batch('completion', BODY))).toMatchObject([{ type: 'failure', failure: { code: 'bad_reply' } }])
  })

  it('renews a refused token once', async () => {
    let asked = 0
    const refusal = json({ detail: { code: 'token_expired', message: 'Old.' } }, 401)
    const { client, sent } = setUp([refusal, streamOf(END)], { getToken: async () => `token ${++asked}` })
    expect((await all(client.batch('completion', BODY))).map(({ type }) => type)).toEqual(['batch-end'])
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token 1', 'Bearer token 2'])
  })

  it('is cancelled by its signal, also in the middle of a row', async () => {
    const stop = new AbortController()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(START)),
      pull: () => new Promise(() => undefined),
    })
    stop.signal.addEventListener('abort', () => void body.cancel().catch(() => undefined))
    const { client } = setUp([
      ({ signal }) => {
        const cut = body.pipeThrough(new TransformStream(), signal === undefined ? {} : { signal })
        return new Response(cut, { headers: { 'content-type': 'text/event-stream' } })
      },
    ])
    const types: string[] = []
    for await (const event of client.batch('completion', BODY, { signal: stop.signal })) {
      types.push(event.type === 'failure' ? event.failure.code : event.type)
      if (event.type === 'row-start') stop.abort()
    }
    expect(types).toEqual(['row-start', 'cancelled'])
    const gone = setUp([streamOf(END)])
    expect(await all(gone.client.batch('completion', BODY, { signal: AbortSignal.abort() }))).toMatchObject([
      { failure: { code: 'cancelled' } },
    ])
    expect(gone.sent).toEqual([])
  })
})

describe('a single run', () => {
  it('sends its idempotency key where it has one', async () => {
    const { client, sent } = setUp([json(RESPONSE)])
    const { ag_config } = BODY
    await client.runOnce('completion', { ag_config, inputs: {} }, { idempotencyKey: 'k-1' })
    expect(sent[0]?.headers.get('idempotency-key')).toBe('k-1')
  })
})
