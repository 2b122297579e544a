import type { Attributes, SpanContext } from '@opentelemetry/api'
import { emptyResource } from '@opentelemetry/resources'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import type { SpanNode } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finishedSpan } from './finished-span.ts'
import { spanTree } from './span-tree.ts'

interface Shape {
  readonly attributes: Attributes
  readonly children: readonly Shape[]
}

const chat = (nano: number, input: number, output: number): Attributes => ({
  'gen_ai.operation.name': 'chat',
  'gen_ai.usage.input_tokens': input,
  'gen_ai.usage.output_tokens': output,
  'playground.usage.total_tokens': input + output,
  'playground.cost.source': 'table',
  'gen_ai.usage.cost': nano / 1e9,
})

const attributes = fc.oneof(
  fc.constant<Attributes>({}),
  fc.tuple(fc.nat(5_000_000), fc.nat(1000), fc.nat(1000)).map((figures) => chat(...figures)),
)
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ attributes, children: fc.constant([]) }),
    fc.record({ attributes, children: fc.array(tie('shape'), { maxLength: 3 }) }),
  ),
}))

const origin = { resource: emptyResource(), scope: { name: 'test' } }

/** Makes the spans of a shape and gives their tree. */
function treeOf(root: Shape): readonly SpanNode[] {
  const spans: ReadableSpan[] = []
  const make = (node: Shape, parent?: SpanContext): void => {
    const context = { traceId: 'a'.repeat(32), spanId: String(spans.length).padStart(16, '0'), traceFlags: 1 }
    const place = { context, ...(parent === undefined ? {} : { parent }) }
    spans.push(finishedSpan({ name: 's', startMs: 0, endMs: 1, attributes: node.attributes }, place, origin))
    for (const child of node.children) make(child, context)
  }
  make(root)
  return spanTree(spans).nodes
}

const nano = (usd: number | null | undefined): number => Math.round((usd ?? 0) * 1e9)

describe('the tree of an answer', () => {
  it('has parents first, and adds up at every level, for any tree', () => {
    fc.assert(
      fc.property(shape, (root) => {
        const nodes = treeOf(root)
        for (const [at, node] of nodes.entries()) {
          const parentAt = nodes.findIndex((other) => other.span_id === node.parent_span_id)
          expect(parentAt).toBeLessThan(at)
          const children = nodes.filter((other) => other.parent_span_id === node.span_id)
          expect(nano(node.metrics.acc.costs.total)).toBe(
            children.reduce((sum, child) => sum + nano(child.metrics.acc.costs.total), nano(node.metrics.unit?.costs?.total)),
          )
          expect(node.metrics.acc.tokens.total).toBe(
            children.reduce((sum, child) => sum + (child.metrics.acc.tokens.total ?? 0), node.metrics.unit?.tokens?.total ?? 0),
          )
        }
      }),
      { numRuns: 200 },
    )
  })
})
