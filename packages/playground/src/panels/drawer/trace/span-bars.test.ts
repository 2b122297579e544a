import type { SpanNode } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { spanBars } from './span-bars.ts'

const span = (id: string, parent: string | null, start: number, durationMs: number): SpanNode => ({
  trace_id: 't',
  span_id: id,
  ...(parent === null ? {} : { parent_span_id: parent }),
  name: id,
  kind: 'internal',
  time: { start: new Date(1_000_000 + start).toISOString(), end: new Date(1_000_000 + start + durationMs).toISOString() },
  status: { code: 'OK' },
  metrics: {
    unit: { duration: { total: durationMs } },
    acc: { duration: { total: durationMs }, costs: { total: null, source: 'unknown' }, tokens: { total: null } },
  },
  attributes: {},
})
const tree = [span('root', null, 0, 900), span('chat', 'root', 11, 880), span('render', 'root', 8, 0.76), span('post', 'chat', 12, 870)]
const none: ReadonlySet<string> = new Set()
const drawn = (bars: ReturnType<typeof spanBars>) => bars.map(({ span: { name }, depth }) => `${'>'.repeat(depth)}${name}`)

describe('spanBars', () => {
  it('puts children under their parents, in the order they came', () => {
    expect(drawn(spanBars(tree, 0, none))).toEqual(['root', '>chat', '>>post', '>render'])
  })
  it('leaves out what is under a closed span', () => {
    expect(drawn(spanBars(tree, 0, new Set(['chat'])))).toEqual(['root', '>chat', '>render'])
    expect(drawn(spanBars(tree, 0, new Set(['root'])))).toEqual(['root'])
  })
  it('places spans on the page’s clock, with the duration that was measured', () => {
    expect(spanBars(tree, 30, none)[3]).toMatchObject({ startMs: 38, durationMs: 0.76, hasChildren: false })
  })
  it('shows a span whose parent is not there', () => {
    expect(drawn(spanBars([tree[0] ?? span('x', null, 0, 1), span('lost', 'gone', 3, 1)], 0, none))).toEqual(['root', 'lost'])
  })
  it('ends also where spans claim each other as parents', () => {
    expect(spanBars([span('a', 'b', 0, 1), span('b', 'a', 0, 1)], 0, none)).toEqual([])
  })
  it('takes the times where nothing was measured, and nothing for times that are none', () => {
    const { metrics, ...rest } = span('a', null, 0, 40)
    const [bar] = spanBars([{ ...rest, metrics: { acc: metrics.acc } }], 0, none)
    expect(bar?.durationMs).toBe(40)
    const [broken] = spanBars([{ ...rest, time: { start: 'x', end: 'y' }, metrics: { acc: metrics.acc } }], 5, none)
    expect(broken).toMatchObject({ startMs: 5, durationMs: 0 })
  })
})
