import { type Attributes, type SpanContext, SpanKind, TraceFlags } from '@opentelemetry/api'
import { emptyResource } from '@opentelemetry/resources'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import type { SpanNode } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { startRequestClock } from '../middleware/request-clock.ts'
import { finishedSpan } from './finished-span.ts'
import { type Tracing, startRequestTrace } from './request-trace.ts'
import { createSampler } from './sampler.ts'
import { createLimiter } from './span-limits.ts'
import { spanTree } from './span-tree.ts'

const origin = { resource: emptyResource(), scope: { name: 'test' } }

/** Tracing into a list, by a sampler of the specification. */
function tracingInto(recorded: ReadableSpan[], sampler = 'always_on', failed: ReadableSpan[] | null = null): Tracing {
  return {
    ...origin,
    sampler: createSampler({ name: sampler, ratio: 0 }),
    record: (span) => void recorded.push(span),
    recordFailed: failed === null ? null : (spans) => void failed.push(...spans),
  }
}

const chat = (cost: number | null, input: number, output: number, source = 'table'): Attributes => ({
  'gen_ai.operation.name': 'chat',
  'gen_ai.usage.input_tokens': input,
  'gen_ai.usage.output_tokens': output,
  'playground.usage.total_tokens': input + output,
  'playground.cost.source': source,
  ...(cost === null ? {} : { 'gen_ai.usage.cost': cost }),
})

interface Shape {
  readonly attributes: Attributes
  readonly children: readonly Shape[]
}

/** Makes the spans of a shape and gives their tree. */
function treeOf(shape: Shape): readonly SpanNode[] {
  const spans: ReadableSpan[] = []
  const make = ({ attributes, children }: Shape, parent?: SpanContext): void => {
    const context = { traceId: 'a'.repeat(32), spanId: String(spans.length).padStart(16, '0'), traceFlags: TraceFlags.SAMPLED }
    spans.push(
      finishedSpan({ name: 's', startMs: 0, endMs: 1, attributes }, { context, ...(parent === undefined ? {} : { parent }) }, origin),
    )
    for (const child of children) make(child, context)
  }
  make(shape)
  return spanTree(spans).nodes
}

describe('spanTree', () => {
  it('counts model calls once, at every level above them', () => {
    const [root, first, attempt, second] = treeOf({
      attributes: {},
      children: [
        { attributes: chat(0.1, 10, 5), children: [{ attributes: {}, children: [] }] },
        { attributes: chat(0.2, 1, 2), children: [] },
      ],
    })
    expect(root?.metrics.acc).toMatchObject({ costs: { total: 0.3, source: 'table' }, tokens: { total: 18, prompt: 11, completion: 7 } })
    expect(root?.metrics).not.toHaveProperty('unit')
    expect(first?.metrics.unit?.costs).toEqual(first?.metrics.acc.costs)
    expect(attempt?.metrics.acc).toMatchObject({ costs: { total: 0 }, tokens: { total: 0 } })
    expect(second?.metrics.acc.tokens.total).toBe(3)
  })

  it('says that the whole is unknown where a part is, and never 0', () => {
    const [root] = treeOf({
      attributes: {},
      children: [
        { attributes: chat(null, 1, 1, 'unknown'), children: [] },
        { attributes: chat(1, 1, 1), children: [] },
      ],
    })
    expect(root?.metrics.acc.costs).toMatchObject({ total: null, source: 'unknown' })
  })

  it('keeps the source and the last digit of a single bill', () => {
    const [root] = treeOf({ attributes: {}, children: [{ attributes: chat(0.000_012_345_678_9, 1, 1, 'gateway'), children: [] }] })
    expect(root?.metrics.acc.costs).toEqual({ total: 0.000_012_345_678_9, source: 'gateway' })
  })

  it('shows listed attributes only', () => {
    const [root] = treeOf({
      attributes: {
        'http.route': '/x',
        'gen_ai.input.messages': 'the prompt',
        'db.password': 'hush',
        'gen_ai.response.finish_reasons': ['stop'],
      },
      children: [],
    })
    expect(root?.attributes).toEqual({ 'http.route': '/x', 'gen_ai.response.finish_reasons': 'stop' })
  })
})

describe('startRequestTrace', () => {
  const clock = startRequestClock({ now: () => 1_760_000_000_000, monotonic: () => performance.now() })
  const caller = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: TraceFlags.SAMPLED, isRemote: true }

  it('hands out the spans that are exported', () => {
    const recorded: ReadableSpan[] = []
    const trace = startRequestTrace({ tracing: tracingInto(recorded), clock, name: 'POST /x', attributes: {}, caller: null, trusted: true })
    trace.stage({ name: 'auth.verify', startMs: 1, endMs: 2.5, failure: 'unauthenticated' })
    const call = trace.open()
    trace.stage({ name: 'POST provider', startMs: 3, endMs: 4 }, call)
    trace.close(call, { name: 'chat m', kind: SpanKind.CLIENT, startMs: 3, endMs: 4 })
    trace.end(200)
    const { nodes } = trace.tree()
    expect(nodes.map((node) => node.span_id).toSorted()).toEqual(recorded.map((span) => span.spanContext().spanId).toSorted())
    expect(nodes.map(({ name, kind }) => [name, kind])).toEqual([
      ['POST /x', 'server'],
      ['auth.verify', 'internal'],
      ['chat m', 'client'],
      ['POST provider', 'internal'],
    ])
    expect(nodes[3]?.parent_span_id).toBe(nodes[2]?.span_id)
    expect(nodes[1]).toMatchObject({
      parent_span_id: trace.spanId,
      time: { start: '2025-10-09T08:53:20.001Z', end: '2025-10-09T08:53:20.002Z' },
      status: { code: 'ERROR', message: 'unauthenticated' },
      metrics: { acc: { duration: { total: 1.5 } } },
    })
  })

  it('is whole where nothing is exported, and says so to exporters', () => {
    const recorded: ReadableSpan[] = []
    const tracing = tracingInto(recorded, 'always_off')
    const trace = startRequestTrace({ tracing, clock, name: 'r', attributes: {}, caller: null, trusted: true })
    trace.stage({ name: 'prompt.render', startMs: 0, endMs: 1 })
    trace.end(200)
    expect(trace.tree().nodes).toHaveLength(2)
    expect(recorded.map((span) => span.spanContext().traceFlags)).toEqual([TraceFlags.NONE, TraceFlags.NONE])
  })

  it('hands out a failed request that a ratio had left out', () => {
    const failed: ReadableSpan[] = []
    const tracing = tracingInto([], 'parentbased_traceidratio', failed)
    for (const failure of [undefined, 'provider_error']) {
      const trace = startRequestTrace({ tracing, clock, name: 'r', attributes: {}, caller: null, trusted: true })
      trace.stage({ name: 'prompt.render', startMs: 0, endMs: 1 })
      trace.end(200, failure)
    }
    expect(failed.map(({ name }) => name)).toEqual(['r', 'prompt.render'])
  })

  it('continues the trace of a caller it trusts, by the caller’s decision', () => {
    const tracing = tracingInto([], 'parentbased_always_off')
    const trace = startRequestTrace({ tracing, clock, name: 'r', attributes: {}, caller, trusted: true })
    trace.end(200)
    expect([trace.traceId, trace.tree().nodes[0]?.parent_span_id]).toEqual([caller.traceId, caller.spanId])
    const recorded: ReadableSpan[] = []
    startRequestTrace({
      tracing: tracingInto(recorded, 'parentbased_always_off'),
      clock,
      name: 'r',
      attributes: {},
      caller,
      trusted: true,
    }).end(200)
    expect(recorded[0]?.spanContext().traceFlags).toBe(TraceFlags.SAMPLED)
  })

  it('begins its own for anybody else, with a link', () => {
    const recorded: ReadableSpan[] = []
    const trace = startRequestTrace({ tracing: tracingInto(recorded), clock, name: 'r', attributes: {}, caller, trusted: false })
    trace.end(401, 'unauthenticated')
    expect(trace.traceId).not.toBe(caller.traceId)
    expect(recorded[0]?.parentSpanContext).toBeUndefined()
    expect(recorded[0]?.links.map(({ context }) => context.traceId)).toEqual([caller.traceId])
  })

  it('keeps two requests of one caller apart', () => {
    const tracing = tracingInto([])
    const [one, other] = [0, 1].map(() => startRequestTrace({ tracing, clock, name: 'r', attributes: {}, caller, trusted: true }))
    one?.stage({ name: 'prompt.render', startMs: 0, endMs: 1 })
    one?.end(200)
    other?.end(200)
    expect([one?.tree().nodes.length, other?.tree().nodes.length]).toEqual([2, 1])
  })

  it('ends once', () => {
    const recorded: ReadableSpan[] = []
    const trace = startRequestTrace({ tracing: tracingInto(recorded), clock, name: 'r', attributes: {}, caller: null, trusted: true })
    trace.end(504, 'deadline_exceeded')
    trace.end(200)
    expect(recorded).toHaveLength(1)
    expect(trace.tree().nodes[0]).toMatchObject({ status: { code: 'ERROR' }, attributes: { 'http.response.status_code': 504 } })
  })

  it('leaves its caller’s attributes alone', () => {
    const attributes = { 'http.route': '/x' }
    const trace = startRequestTrace({ tracing: tracingInto([]), clock, name: 'r', attributes, caller: null, trusted: true })
    trace.annotate({ 'playground.mode': 'chat' })
    trace.end(200)
    expect(attributes).toEqual({ 'http.route': '/x' })
    expect(trace.tree().nodes[0]?.attributes).toMatchObject({ 'http.route': '/x', 'playground.mode': 'chat' })
  })
})

describe('createLimiter', () => {
  const span = finishedSpan(
    { name: 's', startMs: 0, endMs: 1, attributes: { a: 'long text', b: ['long', 'list'], c: 1 } },
    { context: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 } },
    origin,
  )

  it('limits nothing unless told to', () => {
    expect(createLimiter({})).toBeNull()
  })

  it('cuts text and leaves out what is too much', () => {
    const limited = createLimiter({ attributeValueLengthLimit: 3, attributeCountLimit: 2 })?.(span)
    expect(limited).toMatchObject({ attributes: { a: 'lon', b: ['lon', 'lis'] }, droppedAttributesCount: 1 })
  })
})

describe('createSampler', () => {
  it.each([
    ['always_on', 'AlwaysOnSampler'],
    ['always_off', 'AlwaysOffSampler'],
    ['traceidratio', 'TraceIdRatioBased{0.5}'],
    ['parentbased_always_off', 'ParentBased{root=AlwaysOffSampler'],
    ['parentbased_traceidratio', 'ParentBased{root=TraceIdRatioBased{0.5}'],
    ['jaeger_remote', 'ParentBased{root=AlwaysOnSampler'],
  ])('makes %s', (name, text) => {
    expect(createSampler({ name, ratio: 0.5 }).toString()).toContain(text)
  })
})
