import { describe, expect, it } from 'vitest'
import { LONGEST_IDEMPOTENCY_KEY, LONGEST_ROW_ID, MOST_BATCH_ROWS } from '../batch-request.ts'
import { readBatchRequest } from './read-batch-request.ts'

const ag_config = { prompt: { messages: [{ role: 'user', content: 'Hi {{a}}' }], llm_config: { model: 'm', foo: 1 } } }
const body = { ag_config, rows: [{ row_id: 'a', inputs: { a: 'x' } }], concurrency: 4 }
const issuesOf = (given: unknown, mode: 'completion' | 'chat' = 'completion') => {
  const read = readBatchRequest(mode, given)
  return read.ok ? [] : read.issues.map(({ path, message }) => `${path}: ${message}`)
}

describe('readBatchRequest', () => {
  it('reads the prompt once and each row by itself, with defaults applied', () => {
    const inputs = { a: { deep: [1] } }
    const rows = [
      { row_id: 'a', inputs, idempotency_key: 'k' },
      { row_id: 'b', inputs: null, idempotency_key: null },
    ]
    const read = readBatchRequest('completion', { ...body, rows, stop_on_error: null })
    expect(read).toEqual({
      ok: true,
      request: {
        prompt: {
          mode: 'completion',
          messages: [{ role: 'user', content: 'Hi {{a}}' }],
          templateFormat: 'curly',
          settings: { model: 'm' },
          unknown: [{ name: 'foo', reason: 'unknown' }],
        },
        rows: [
          { rowId: 'a', inputs, history: [], unknown: [], idempotencyKey: 'k' },
          { rowId: 'b', inputs: {}, history: [], unknown: [] },
        ],
        concurrency: 4,
        stopOnError: false,
        textDeltas: false,
        wireInEvents: false,
      },
    })
    expect(read.ok && read.request.rows[0]?.inputs).toBe(inputs)
  })

  it('reads the history of a chat row, and lists what of it reaches nobody', () => {
    const messages = [{ role: 'assistant', content: 'Hello.', mood: 'good' }]
    const read = readBatchRequest('chat', {
      ...body,
      rows: [{ row_id: 'a', inputs: {}, messages }],
      text_deltas: true,
      wire_in_events: true,
      stop_on_error: true,
    })
    expect(read).toMatchObject({
      ok: true,
      request: {
        rows: [{ history: [{ role: 'assistant', content: 'Hello.' }], unknown: [{ name: 'messages[0].mood', reason: 'unknown' }] }],
        textDeltas: true,
        wireInEvents: true,
        stopOnError: true,
      },
    })
  })

  it('names the rows that share an id', () => {
    const rows = ['a', 'b', 'a', 'b', 'c'].map((row_id) => ({ row_id, inputs: {} }))
    expect(issuesOf({ ...body, rows })).toEqual([
      'rows[2].row_id: "a" is the row_id of another row too',
      'rows[3].row_id: "b" is the row_id of another row too',
    ])
  })

  it.each([
    ['an unknown field', { ...body, foo: 1 }, 'foo: unknown field "foo"'],
    ['inputs beside the rows', { ...body, inputs: {} }, 'inputs: unknown field "inputs"'],
    ['an unknown field of a row', { ...body, rows: [{ row_id: 'a', inputs: {}, x: 1 }] }, 'rows[0].x: unknown field "x"'],
    [
      'history of a completion',
      { ...body, rows: [{ row_id: 'a', inputs: {}, messages: [] }] },
      'rows[0].messages: unknown field "messages"',
    ],
    ['no rows', { ...body, rows: [] }, 'rows: at least 1 entries'],
    ['a row without an id', { ...body, rows: [{ inputs: {} }] }, 'rows[0].row_id: missing'],
    ['an empty id', { ...body, rows: [{ row_id: '', inputs: {} }] }, 'rows[0].row_id: must not be empty'],
    ['a long id', { ...body, rows: [{ row_id: 'x'.repeat(LONGEST_ROW_ID + 1) }] }, `rows[0].row_id: at most ${LONGEST_ROW_ID} characters`],
    [
      'a long key',
      { ...body, rows: [{ row_id: 'a', idempotency_key: 'x'.repeat(LONGEST_IDEMPOTENCY_KEY + 1) }] },
      `rows[0].idempotency_key: at most ${LONGEST_IDEMPOTENCY_KEY} characters`,
    ],
    ['inputs that are a list', { ...body, rows: [{ row_id: 'a', inputs: [] }] }, 'rows[0].inputs: must be an object'],
    ['no concurrency', { ...body, concurrency: null }, 'concurrency: missing'],
    ['no place at all', { ...body, concurrency: 0 }, 'concurrency: at least 1'],
    ['too many places', { ...body, concurrency: 101 }, 'concurrency: at most 100'],
    ['half a place', { ...body, concurrency: 1.5 }, 'concurrency: must be a whole number'],
    ['a fault of the prompt', { ...body, ag_config: { prompt: { messages: [] } } }, 'ag_config.prompt.llm_config: missing'],
  ])('refuses %s', (_what, given, issue) => expect(issuesOf(given)).toEqual([issue]))

  it('takes as many rows as it says, and none more', () => {
    const rows = Array.from({ length: MOST_BATCH_ROWS }, (_, at) => ({ row_id: String(at), inputs: {} }))
    expect(issuesOf({ ...body, rows })).toEqual([])
    expect(issuesOf({ ...body, rows: [...rows, { row_id: 'one more', inputs: {} }] })).toEqual([`rows: at most ${MOST_BATCH_ROWS} entries`])
  })

  it('wants a message from somewhere for every row', () => {
    const empty = { prompt: { messages: [], llm_config: { model: 'm' } } }
    const rows = [
      { row_id: 'a', inputs: {}, messages: [{ role: 'user', content: 'Hi' }] },
      { row_id: 'b', inputs: {} },
    ]
    expect(issuesOf({ ...body, ag_config: empty, rows }, 'chat')).toEqual([
      'rows[1].messages: at least one message, since the prompt has none',
    ])
  })
})
