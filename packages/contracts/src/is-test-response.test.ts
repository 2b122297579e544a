import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTestResponse } from './is-test-response.ts'
import { testResponseSchema } from './schemas/test-response.ts'

const response = {
  version: '3.0',
  data: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
  message: { role: 'assistant', content: null, tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] },
  parsed: { a: 1 },
  content_type: 'application/json',
  finish_reason: 'tool-calls',
  settings: {
    sent: { top_p: 1 },
    dropped: [{ name: 'foo', reason: 'unknown' }],
    changed: [{ name: 'a', from: 1, to: 2, reason: 'r' }],
    doubted: [{ name: 'top_p', reason: 'a gateway' }],
  },
  tree: {
    version: '1.0.0',
    nodes: [
      {
        trace_id: 't',
        span_id: 's',
        parent_span_id: 'p',
        name: 'chat gpt',
        kind: 'client',
        time: { start: '2026-01-01T00:00:00.000Z', end: '2026-01-01T00:00:01.000Z' },
        status: { code: 'ERROR', message: 'cut off' },
        metrics: {
          unit: { duration: { total: 1 } },
          acc: { duration: { total: 1 }, costs: { total: null, source: 'unknown' }, tokens: { total: 3, prompt: 1, completion: 2 } },
        },
        attributes: { a: 'x', b: 1, c: true },
      },
    ],
  },
  trace_id: 't',
  span_id: 's',
  logprobs: [
    {
      index: 0,
      tokens: [
        { token: 'a', logprob: -0.5, top: [{ token: 'b', logprob: -1 }] },
        { token: 'c', logprob: 0 },
      ],
    },
  ],
  wire: [
    {
      attempt: 1,
      request: { method: 'POST', url: 'https://x', headers: {}, body: '' },
      times: { queued: 0, connected: null, first_byte: null, first_token: null, end: 4 },
    },
  ],
}
const text = JSON.stringify(response)
/** The response with one value, the nth in the order of reading, replaced. */
function damaged(at: number, lie: unknown): unknown {
  let seen = 0
  return JSON.parse(text, (_key, value: unknown) => (seen++ === at ? lie : value))
}
const places = (): number => {
  let seen = 0
  JSON.parse(text, (_key, value: unknown) => ((seen += 1), value))
  return seen
}

describe('what is taken for an answer', () => {
  it('is what the schema describes', () => {
    expect(testResponseSchema.safeParse(response).error?.issues ?? []).toEqual([])
    expect(isTestResponse(response)).toBe(true)
    const { parsed: _parsed, wire: _wire, logprobs: _logprobs, ...least } = response
    expect(isTestResponse({ ...least, data: 'text', later: 'fields' })).toBe(true)
  })

  it('never leaves out an answer that the schema takes', () => {
    fc.assert(
      fc.property(fc.nat(places()), fc.jsonValue(), (at, lie) => {
        const given = damaged(at, lie)
        expect([at, lie, isTestResponse(given) || !testResponseSchema.safeParse(given).success]).toEqual([at, lie, true])
      }),
      { numRuns: 300 },
    )
  })

  it('is nothing with a lie in a field that is shown', () => {
    const lies: readonly unknown[] = [
      null,
      [],
      'answer',
      { ...response, version: '2.0' },
      { ...response, data: 5 },
      { ...response, data: null },
      { ...response, message: { role: 'user', content: '' } },
      { ...response, message: { role: 'assistant', content: [] } },
      { ...response, content_type: 'text/html' },
      { ...response, finish_reason: 'done' },
      { ...response, settings: {} },
      { ...response, settings: { ...response.settings, dropped: ['foo'] } },
      { ...response, tree: { version: '1.0.0', nodes: {} } },
      { ...response, trace_id: 1 },
      { ...response, wire: [{}] },
      { ...response, logprobs: {} },
      { ...response, logprobs: [{ index: -1, tokens: [] }] },
      { ...response, logprobs: [{ index: 0, tokens: [{ token: 'a' }] }] },
    ]
    expect(lies.filter((lie) => isTestResponse(lie))).toEqual([])
  })

  it('is nothing with a span that cannot be drawn', () => {
    const [node] = response.tree.nodes
    const lies: readonly object[] = [
      { span_id: 5 },
      { kind: 'producer' },
      { time: { start: 'now' } },
      { status: { code: 'FINE' } },
      { metrics: {} },
      { metrics: { acc: { ...node?.metrics.acc, costs: { total: '0', source: 'table' } } } },
      { metrics: { acc: { ...node?.metrics.acc, costs: { total: 0, source: 'rumour' } } } },
      { metrics: { acc: { ...node?.metrics.acc, tokens: { total: 3, prompt: '1' } } } },
      { metrics: { acc: node?.metrics.acc, unit: { duration: {} } } },
      { attributes: { a: [] } },
      { attributes: null },
    ]
    const taken = lies.filter((lie) => isTestResponse({ ...response, tree: { version: '1.0.0', nodes: [{ ...node, ...lie }] } }))
    expect(taken).toEqual([])
  })
})
