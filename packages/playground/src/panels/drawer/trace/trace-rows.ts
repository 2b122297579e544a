import type { SpanNode } from '@vitrine/contracts'
import type { Say } from '../../../messages/use-text.ts'
import type { Cell } from '../../../state/cell.ts'
import { type Phase, phasesOf, serviceStartMs } from './phases.ts'
import { spanBars } from './span-bars.ts'

export type Tone = 'waiting' | 'thinking' | 'text' | 'server' | 'failed'

/** A line of the trace. *Units*: milliseconds since the row was queued. */
export interface TraceRow {
  readonly id: string
  readonly name: string
  readonly tone: Tone
  readonly startMs: number
  readonly durationMs: number
  readonly depth: number
  readonly hasChildren: boolean
  /** Null for what this page measured itself. */
  readonly span: SpanNode | null
}

/** What this page saw, then what the service says it did. */
export function traceRows(cell: Cell, nowMs: number, closed: ReadonlySet<string>, say: Say<'drawer'>): readonly TraceRow[] {
  const phases = phasesOf(cell, nowMs).map((phase): TraceRow => ({
    id: phase.name,
    name: phaseName(phase, cell, say),
    tone: phase.name === 'answer' ? answerTone(cell) : 'waiting',
    startMs: phase.startMs,
    durationMs: phase.endMs - phase.startMs,
    depth: 0,
    hasChildren: false,
    span: null,
  }))
  const spans = spanBars(cell.tree, serviceStartMs(cell), closed).map(({ span, depth, hasChildren, startMs, durationMs }): TraceRow => ({
    id: span.span_id,
    name: span.name,
    tone: span.status.code === 'ERROR' ? 'failed' : 'server',
    startMs,
    durationMs,
    depth,
    hasChildren,
    span,
  }))
  return [...phases, ...spans]
}

const answerTone = ({ text, thinking }: Cell): Tone => (thinking !== '' && text === '' ? 'thinking' : 'text')

function phaseName({ name }: Phase, cell: Cell, say: Say<'drawer'>): string {
  if (name !== 'answer') return say(name)
  const tokens = cell.usage?.outputTokens
  const kind = cell.thinking === '' ? 'text' : cell.text === '' ? 'thinking' : 'both'
  return tokens === undefined ? say(`${kind}Plain`) : say(`${kind}Phase`, { tokens })
}
