import type { StreamEvent, TestResponse } from '@vitrine/contracts'

/** What the service answers in tests: a text, as a document and as a stream. */
export const sampleResponse = (text: string, rest: Partial<TestResponse> = {}): TestResponse => ({
  version: '3.0',
  data: text,
  message: { role: 'assistant', content: text },
  content_type: 'text/plain',
  finish_reason: 'stop',
  settings: { sent: {}, dropped: [], changed: [] },
  tree: {
    version: '1.0.0',
    nodes: [
      {
        trace_id: 'a'.repeat(32),
        span_id: 'b'.repeat(16),
        name: 'completion',
        kind: 'server',
        time: { start: '2026-01-01T00:00:00.000Z', end: '2026-01-01T00:00:01.000Z' },
        status: { code: 'OK' },
        metrics: {
          acc: {
            duration: { total: 1000 },
            costs: { total: 0.003, prompt: 0.001, completion: 0.002, source: 'table' },
            tokens: { total: 12, prompt: 7, completion: 5 },
          },
        },
        attributes: {},
      },
    ],
  },
  trace_id: 'a'.repeat(32),
  span_id: 'b'.repeat(16),
  ...rest,
})

export const sampleStart: StreamEvent = {
  type: 'response-start',
  model: 'demo/echo',
  provider: 'demo',
  traceId: 'a'.repeat(32),
  spanId: 'b'.repeat(16),
}

/** A streamed answer, each piece one delta. */
export const sampleStream = (...pieces: readonly string[]): readonly StreamEvent[] => [
  sampleStart,
  { type: 'part-start', index: 0, kind: 'text' },
  ...pieces.map((delta): StreamEvent => ({ type: 'part-delta', index: 0, delta })),
  { type: 'part-end', index: 0, part: { kind: 'text', text: pieces.join('') } },
  { type: 'usage', inputTokens: 7, outputTokens: 5, totalTokens: 12, source: 'provider' },
  { type: 'cost', totalUsd: 0.003, source: 'table' },
  { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop' },
  { type: 'result', response: sampleResponse(pieces.join('')) },
]
