import { chatCompletion, chatFailure, chatStream } from '@vitrine/testkit'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { ASKING, type BatchChanges, batchOf, callBatch, endOf, endsOf, keyedRowsOf, numberIn, rowsOf } from './batch-calls.ts'
import { eventsOf, failureOf } from './calls.ts'
import { serviceOverFake } from './service-over-fake.ts'

const on = serviceOverFake({ VITRINE_MAX_BODY_MB: '1' })

let before = 0
beforeEach(() => {
  before = on.provider.requests.length
  on.provider.respond(({ text }) => chatCompletion(`It is ${numberIn(text)}.`))
})
const asked = (): number => on.provider.requests.length - before

describe('a batch', () => {
  it('answers every row by itself, and ends with what became of them', async () => {
    const response = await callBatch(on.service.url, batchOf(rowsOf(25)))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
    const events = await eventsOf(response)
    expect(new Map(endsOf(events))).toEqual(new Map(rowsOf(25).map(({ row_id, inputs }) => [row_id, `It is ${String(inputs['n'])}.`])))
    expect(endOf(events)).toEqual({ counts: { rows: 25, succeeded: 25, failed: 0, not_started: 0, replayed: 0 }, not_started: [] })
    expect(asked()).toBe(25)
  })

  it('tells of a row what a single run tells, but for its pieces of text', async () => {
    const [row] = rowsOf(1)
    const events = await eventsOf(callBatch(on.service.url, batchOf(row === undefined ? [] : [row])))
    expect(events.map(({ type }) => type)).toEqual([
      'row-start',
      'response-start',
      'part-start',
      'part-end',
      'usage',
      'response-end',
      'cost',
      'row-result',
      'batch-end',
    ])
    expect(events.slice(0, -1).every(({ data }) => data['row_id'] === 'row 0')).toBe(true)
    const [start] = events
    const result = events.at(-2)?.data
    expect(result).toMatchObject({ version: '3.0', data: 'It is 0.', trace_id: start?.data['trace_id'], span_id: start?.data['span_id'] })
    expect(on.provider.requests.at(-1)?.text).not.toContain('"stream":true')
  })

  it('streams the pieces too where they are asked for', async () => {
    on.provider.respond(({ text }) => chatStream(`It is ${numberIn(text)}, as you can see.`))
    const events = await eventsOf(callBatch(on.service.url, batchOf(rowsOf(5), { text_deltas: true })))
    for (const { row_id, inputs } of rowsOf(5)) {
      const pieces = events.filter(({ type, data }) => type === 'part-delta' && data['row_id'] === row_id)
      expect(pieces.map(({ data }) => data['delta']).join('')).toBe(`It is ${String(inputs['n'])}, as you can see.`)
    }
    expect(on.provider.requests.at(-1)?.text).toContain('"stream":true')
  })

  it('tells what went over the wire once, where that is asked for, and a kept result tells it too', async () => {
    on.provider.respond(({ text }) => chatCompletion(`It is ${numberIn(text)}.`))
    const rows = keyedRowsOf(2, 'once')
    const toldIn = async (changes: BatchChanges) => {
      const options = { headers: { 'X-Vitrine-Wire': 'full' } }
      const events = await eventsOf(callBatch(on.service.url, batchOf(rows, changes), options))
      return ['wire', 'row-result'].map(
        (name) => events.filter(({ type, data }) => type === name && ('wire' in data || 'request' in data)).length,
      )
    }
    expect(await toldIn({ wire_in_events: true })).toEqual([2, 0])
    expect(await toldIn({ wire_in_events: true })).toEqual([0, 2])
    expect(await toldIn({})).toEqual([0, 2])
  })

  it('ends rows in the order in which they end', async () => {
    on.provider.respond(({ text }) => chatCompletion('x', { delayMs: numberIn(text) === '0' ? 300 : 0 }))
    const events = await eventsOf(callBatch(on.service.url, batchOf(rowsOf(3), { concurrency: 3 })))
    expect(events.filter(({ type }) => type === 'row-start').map(({ data }) => data['row_id'])).toEqual(['row 0', 'row 1', 'row 2'])
    expect(endsOf(events).at(-1)?.[0]).toBe('row 0')
  })

  it('runs as many rows at once as it was told', async () => {
    let open = 0
    let most = 0
    on.provider.respond(async () => {
      most = Math.max(most, ++open)
      await sleep(10)
      open--
      return chatCompletion('x')
    })
    await eventsOf(callBatch(on.service.url, batchOf(rowsOf(40), { concurrency: 7 })))
    expect(most).toBe(7)
  })

  it('appends the history of each chat row as it is', async () => {
    const rows = ['a', 'b'].map((row_id) => ({
      row_id,
      inputs: { n: '1' },
      messages: [{ role: 'user', content: `{{n}} of ${row_id}`, mood: 1 }],
    }))
    const events = await eventsOf(callBatch(on.service.url, batchOf(rows), { path: '/services/chat/batch' }))
    const sent = on.provider.requests.slice(before).map(({ text }) => (JSON.parse(text) as { messages: unknown }).messages)
    expect(sent).toEqual(
      ['a', 'b'].map((id) => [
        { role: 'user', content: 'Say 1.' },
        { role: 'user', content: `{{n}} of ${id}` },
      ]),
    )
    const results = events.filter(({ type }) => type === 'row-result')
    expect(results.map(({ data }) => data['settings'])).toMatchObject([
      { dropped: [{ name: 'messages[0].mood', reason: 'unknown' }] },
      { dropped: [{ name: 'messages[0].mood', reason: 'unknown' }] },
    ])
    expect(results[0]?.data['data']).toEqual({ role: 'assistant', content: 'It is 1.' })
  })

  it('takes numbers as they are written', async () => {
    const body = JSON.stringify(batchOf(rowsOf(2)))
      .replace('"n":"0"', '"n":1.0')
      .replace('"n":"1"', '"n":12345678901234567890')
    await eventsOf(callBatch(on.service.url, body))
    expect(on.provider.requests.slice(before).map(({ text }) => text)).toEqual([
      expect.stringContaining('Say 1.0.'),
      expect.stringContaining('Say 12345678901234567890.'),
    ])
  })

  it('shows the wire of each row where that is asked for', async () => {
    const events = await eventsOf(callBatch(on.service.url, batchOf(rowsOf(2)), { headers: { 'x-vitrine-wire': 'summary' } }))
    expect(
      events
        .filter(({ type }) => type === 'wire')
        .map(({ data }) => String(data['row_id']))
        .toSorted((one, other) => one.localeCompare(other)),
    ).toEqual(['row 0', 'row 1'])
    expect(events.filter(({ type }) => type === 'row-result').every(({ data }) => Array.isArray(data['wire']))).toBe(true)
  })

  it('waits for as long as the provider says, and tells of it', async () => {
    on.provider.enqueue(chatFailure(429, { message: 'Slow down.', code: 'rate_limit_exceeded' }, { 'retry-after-ms': '300' }))
    const start = performance.now()
    const events = await eventsOf(callBatch(on.service.url, batchOf(rowsOf(1))))
    expect(performance.now() - start).toBeGreaterThanOrEqual(300)
    expect(events.find(({ type }) => type === 'retry')?.data).toMatchObject({ row_id: 'row 0', attempt: 2, wait_ms: 300 })
    expect(endsOf(events)).toEqual([['row 0', 'It is 0.']])
  })
})

describe('a row that fails', () => {
  it('fails alone', async () => {
    on.provider.respond(({ text }) =>
      numberIn(text) === '1' ? chatFailure(400, { message: 'No.' }) : chatCompletion(`It is ${numberIn(text)}.`),
    )
    const rows = [...rowsOf(3), { row_id: 'empty', inputs: {} }]
    const events = await eventsOf(callBatch(on.service.url, batchOf(rows)))
    expect(new Map(endsOf(events))).toEqual(
      new Map([
        ['row 0', 'It is 0.'],
        ['row 1', 'provider_error'],
        ['row 2', 'It is 2.'],
        ['empty', 'missing_variables'],
      ]),
    )
    const errors = events.filter(({ type }) => type === 'row-error')
    for (const { data } of errors) {
      const start = events.find(({ type, data: { row_id } }) => type === 'row-start' && row_id === data['row_id'])
      expect(data['detail']).toMatchObject({ trace_id: start?.data['trace_id'], span_id: start?.data['span_id'] })
    }
    expect(endOf(events)).toMatchObject({ counts: { succeeded: 2, failed: 2 } })
  })

  it('stops the others from beginning where that is wanted, and they are named', async () => {
    on.provider.respond(({ text }) => (numberIn(text) === '2' ? chatFailure(400, { message: 'No.' }) : chatCompletion('x')))
    const events = await eventsOf(callBatch(on.service.url, batchOf(rowsOf(6), { concurrency: 1, stop_on_error: true })))
    expect(endOf(events)).toEqual({
      counts: { rows: 6, succeeded: 2, failed: 1, not_started: 3, replayed: 0 },
      not_started: ['row 3', 'row 4', 'row 5'],
      stopped_by: 'first-error',
    })
    expect(asked()).toBe(3)
  })

  it('lets those that run already end', async () => {
    on.provider.respond(({ text }) =>
      numberIn(text) === '0' ? chatFailure(400, { message: 'No.' }) : chatCompletion('done', { delayMs: 200 }),
    )
    const events = await eventsOf(callBatch(on.service.url, batchOf(rowsOf(20), { concurrency: 4, stop_on_error: true })))
    expect(new Map(endsOf(events))).toEqual(
      new Map([
        ['row 0', 'provider_error'],
        ['row 1', 'done'],
        ['row 2', 'done'],
        ['row 3', 'done'],
      ]),
    )
    expect(endOf(events)).toMatchObject({ counts: { rows: 20, not_started: 16 } })
  })
})

describe('a batch is refused whole', () => {
  const prompt = (changes: object) => ({ ...ASKING, ...changes })
  const model = (changes: object) => prompt({ llm_config: { ...ASKING.llm_config, ...changes } })

  it.each<[string, object, string]>([
    ['an unknown model', model({ model: 'gpt-nonsense' }), 'unknown_model'],
    ['a provider without a key', model({ model: 'anthropic/claude-opus-4-1' }), 'secret_missing'],
    ['a broken template', prompt({ messages: [{ role: 'user', content: '{% if n %}x' }], template_format: 'jinja2' }), 'template_syntax'],
    ['a broken tool', model({ tools: [{ type: 'function' }] }), 'invalid_tools'],
    ['a broken schema', model({ response_format: { type: 'json_schema' } }), 'invalid_response_schema'],
    [
      'a result of a tool that cannot be made',
      model({
        tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }],
        tool_loop: { results: { f: { type: 'template', template: '{{ a +' } } },
      }),
      'invalid_tools',
    ],
    [
      'what the model does not take',
      prompt({ messages: [{ role: 'user', content: [{ type: 'input_audio', input_audio: { data: 'AA', format: 'wav' } }] }] }),
      'unsupported_parameter',
    ],
  ])('for %s', async (_what, wanted, code) => {
    const failure = await failureOf(callBatch(on.service.url, batchOf(rowsOf(3), {}, wanted)))
    expect([failure.status, failure.detail.code]).toEqual([422, code])
    expect(asked()).toBe(0)
  })

  it('for two rows of one name, which it tells', async () => {
    const { status, detail } = await failureOf(callBatch(on.service.url, batchOf([...rowsOf(3), ...rowsOf(1)])))
    expect([status, detail.code]).toEqual([422, 'invalid_request'])
    expect(detail.message).toContain('"row 0"')
    expect(detail.meta?.['issues']).toEqual([{ path: 'rows[3].row_id', message: expect.stringContaining('"row 0"') }])
  })

  it.each<[string, object]>([
    ['more rows than a batch may have', batchOf(rowsOf(10_001))],
    ['no rows', batchOf([])],
    ['too many at once', batchOf(rowsOf(1), { concurrency: 101 })],
    ['a field that it does not know', { ...batchOf(rowsOf(1)), inputs: {} }],
    ['a history of a completion', batchOf([{ row_id: 'a', inputs: {}, messages: [] }])],
  ])('for %s', async (_what, body) => {
    const { status, detail } = await failureOf(callBatch(on.service.url, body))
    expect([status, detail.code]).toEqual([422, 'invalid_request'])
    expect(detail.meta?.['issues']).toHaveLength(1)
  })

  it('for its size, which may be that of eight single requests', async () => {
    const rowOf = (bytes: number) => batchOf([{ row_id: 'a', inputs: { n: '1', filler: 'x'.repeat(bytes) } }])
    expect((await eventsOf(callBatch(on.service.url, rowOf(7_900_000)))).at(-1)?.type).toBe('batch-end')
    const { status, detail } = await failureOf(callBatch(on.service.url, rowOf(8 * 1024 * 1024)))
    expect([status, detail.code]).toEqual([413, 'body_too_large'])
  })

  it('for a caller who takes no stream', async () => {
    const { status, detail } = await failureOf(callBatch(on.service.url, batchOf(rowsOf(1)), { headers: { accept: 'application/json' } }))
    expect([status, detail.code]).toEqual([406, 'not_acceptable'])
    for (const accept of ['text/event-stream', 'application/json, text/event-stream', '*/*']) {
      expect((await callBatch(on.service.url, batchOf(rowsOf(1)), { headers: { accept } })).status).toBe(200)
    }
  })

  it('for whoever may not call at all', async () => {
    expect((await callBatch(on.service.url, 'not read', { headers: { authorization: '' } })).status).toBe(401)
    expect((await callBatch(on.service.url, batchOf(rowsOf(1)), { headers: { 'x-vitrine-wire': 'loud' } })).status).toBe(422)
  })
})
