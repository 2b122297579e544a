import { type Attributes, ROOT_CONTEXT, SpanKind, TraceFlags, trace as traces } from '@opentelemetry/api'
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
  createAlwaysRecordSampler,
} from '@opentelemetry/sdk-trace'
import type { SpanNode } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { startRequestClock } from '../middleware/request-clock.ts'
import { startRequestTrace } from './request-trace.ts'
import { createSampler } from './sampler.ts'
import { type SpanCollection, spanCollector, withCollection } from './span-collector.ts'
import { spanTree } from './span-tree.ts'

function tracing(sampler = 'always_on') {
  const exporter = new InMemorySpanExporter()
  const processor = new SimpleSpanProcessor({ exporter })
  const provider = new TracerProvider({
    sampler: createAlwaysRecordSampler(createSampler({ name: sampler, ratio: 1 })),
    spanProcessors: [spanCollector, processor],
  })
  return { tracer: provider.getTracer('test'), record: (span: ReadableSpan) => processor.onEnd(span), recordFailed: null, exporter }
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
  const { tracer } = tracing()
  const collection: SpanCollection = []
  const make = ({ attributes, children }: Shape, context = withCollection(ROOT_CONTEXT, collection)): void => {
    const span = tracer.startSpan('s', { attributes }, context)
    for (const child of children) make(child, traces.setSpan(context, span))
    span.end()
  }
  make(shape)
  return spanTree(collection).nodes
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
    const { exporter, ...tracer } = tracing()
    const trace = startRequestTrace({ ...tracer, clock, name: 'POST /x', attributes: {}, caller: null, trusted: true })
    trace.stage({ name: 'auth.verify', startMs: 1, endMs: 2.5, failure: 'unauthenticated' })
    trace.endSpan(trace.startSpan('chat m', SpanKind.CLIENT, {}, 3), 4)
    trace.end(200)
    const exported = exporter.getFinishedSpans().map((span) => span.spanContext().spanId)
    const { nodes } = trace.tree()
    expect(nodes.map((node) => node.span_id).toSorted()).toEqual(exported.toSorted())
    expect(nodes.map(({ name, kind }) => [name, kind])).toEqual([
      ['POST /x', 'server'],
      ['auth.verify', 'internal'],
      ['chat m', 'client'],
    ])
    expect(nodes[1]).toMatchObject({
      parent_span_id: trace.spanId,
      time: { start: '2025-10-09T08:53:20.001Z', end: '2025-10-09T08:53:20.002Z' },
      status: { code: 'ERROR', message: 'unauthenticated' },
      metrics: { acc: { duration: { total: 1.5 } } },
    })
  })

  it('is whole where nothing is exported', () => {
    const { exporter, ...tracer } = tracing('always_off')
    const trace = startRequestTrace({ ...tracer, clock, name: 'r', attributes: {}, caller: null, trusted: true })
    trace.stage({ name: 'prompt.render', startMs: 0, endMs: 1 })
    trace.end(200)
    expect(trace.tree().nodes).toHaveLength(2)
    expect(exporter.getFinishedSpans()).toHaveLength(0)
  })

  it('continues the trace of a caller it trusts', () => {
    const trace = startRequestTrace({ ...tracing(), clock, name: 'r', attributes: {}, caller, trusted: true })
    trace.end(200)
    expect([trace.traceId, trace.tree().nodes[0]?.parent_span_id]).toEqual([caller.traceId, caller.spanId])
  })

  it('begins its own for anybody else, with a link', () => {
    const { exporter, ...tracer } = tracing()
    const trace = startRequestTrace({ ...tracer, clock, name: 'r', attributes: {}, caller, trusted: false })
    trace.end(401, 'unauthenticated')
    const [span] = exporter.getFinishedSpans()
    expect(trace.traceId).not.toBe(caller.traceId)
    expect(span?.parentSpanContext).toBeUndefined()
    expect(span?.links.map(({ context }) => context.traceId)).toEqual([caller.traceId])
  })

  it('keeps two requests of one caller apart', () => {
    const { exporter: _, ...tracer } = tracing()
    const [one, other] = [0, 1].map(() => startRequestTrace({ ...tracer, clock, name: 'r', attributes: {}, caller, trusted: true }))
    one?.stage({ name: 'prompt.render', startMs: 0, endMs: 1 })
    one?.end(200)
    other?.end(200)
    expect([one?.tree().nodes.length, other?.tree().nodes.length]).toEqual([2, 1])
  })

  it('ends once', () => {
    const { exporter, ...tracer } = tracing()
    const trace = startRequestTrace({ ...tracer, clock, name: 'r', attributes: {}, caller: null, trusted: true })
    trace.end(504, 'deadline_exceeded')
    trace.end(200)
    expect(exporter.getFinishedSpans()).toHaveLength(1)
    expect(trace.tree().nodes[0]).toMatchObject({ status: { code: 'ERROR' }, attributes: { 'http.response.status_code': 504 } })
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
