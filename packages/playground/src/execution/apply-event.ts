import type { RunEvent } from '@vitrine/client'
import { estimateTokenCount } from 'tokenx'
import { isActive, sinceQueued, stopped } from '../state/cell-lifecycle.ts'
import { type Cell, EMPTY_CELL } from '../state/cell.ts'
import { answerCalls, endPart, growPart, startPart } from './cell-parts.ts'
import { applyResult } from './apply-result.ts'
import { cellFailureOf } from './cell-failure.ts'
import { withTokens } from './token-runs.ts'

/** What can happen to a cell: what the service or the client says, and what happens on this page. */
export type CellEvent = RunEvent | { readonly type: 'sent' } | { readonly type: 'stop' }

/**
 * The cell after an event. Pure: the same events in the same order make the same cell. What has arrived is never taken away: not by
 * an error, not by a stop, not by a connection that ends in the middle. A cell that is over does not change any more.
 *
 * *Units*: `nowMs` is on the state's clock.
 */
export function applyEvent(cell: Cell, event: CellEvent, nowMs: number): Cell {
  if (!isActive(cell.state) || event.type === 'heartbeat' || event.type === 'raw') return cell
  if (event.type === 'stop') return stopped(cell, nowMs)
  if (event.type === 'sent') {
    // Sent once more, after its connection broke: what had come of the first time is void.
    const { parts, text, thinking, refusal, toolCalls, estimatedOutputTokens, failure, logprobs } = EMPTY_CELL
    const nothing = { parts, text, thinking, refusal, toolCalls, estimatedOutputTokens, failure, logprobs }
    const times = { ...EMPTY_CELL.times, sentMs: sinceQueued(cell, nowMs) }
    return { ...cell, ...nothing, state: 'connecting', queuePosition: null, times }
  }
  if (event.type === 'failure' && event.failure.code === 'cancelled') return stopped(cell, nowMs)
  return applied(firstHeard(cell, event, nowMs), event, nowMs)
}

type ServiceEvent = Exclude<CellEvent, { readonly type: 'sent' | 'stop' | 'heartbeat' | 'raw' }>

function applied(cell: Cell, event: ServiceEvent, nowMs: number): Cell {
  switch (event.type) {
    case 'response-start':
      return { ...cell, model: event.model, traceId: event.traceId, spanId: event.spanId }
    case 'part-start':
      return startPart(streaming(cell), event)
    case 'part-delta':
      return counted(growPart(spoken(cell, nowMs), event.index, event.delta), event.delta)
    case 'part-end':
      return endPart(spoken(cell, nowMs), event.index, event.part)
    case 'logprobs':
      return { ...cell, logprobs: withTokens(cell.logprobs, event) }
    case 'retry': {
      const { attempt, of, waitMs, reason } = event
      return { ...cell, state: 'retrying', retry: { attempt, of, waitMs, untilMs: nowMs + waitMs, reason } }
    }
    case 'usage': {
      const { type: _type, ...usage } = event
      return { ...cell, usage }
    }
    case 'cost':
      return { ...cell, cost: { totalUsd: event.totalUsd, source: event.source } }
    case 'response-end':
      return {
        ...streaming(cell),
        finishReason: event.finishReason,
        model: event.model ?? cell.model,
        gateway: event.gateway ?? null,
      }
    case 'wire':
      return { ...cell, wire: [...cell.wire, event.attempt] }
    case 'round':
      return answerCalls(streaming(cell), event.results)
    case 'result':
      return applyResult(cell, event.response, nowMs)
    case 'error':
      return ended(cell, { failure: cellFailureOf(event.error, cell.traceId) }, nowMs)
    default:
      return ended(cell, { failure: cellFailureOf(event.failure, cell.traceId) }, nowMs)
  }
}

const ended = (cell: Cell, rest: Pick<Cell, 'failure'>, nowMs: number): Cell => ({
  ...cell,
  ...rest,
  state: 'failed',
  retry: null,
  queuePosition: null,
  traceId: rest.failure?.traceId ?? cell.traceId,
  times: { ...cell.times, endMs: sinceQueued(cell, nowMs) },
})

/** Something came from the service: the moment of the first is kept. What never reached it is nothing heard. */
function firstHeard(cell: Cell, event: ServiceEvent, nowMs: number): Cell {
  const isHeard = event.type !== 'failure' || event.failure.status !== undefined
  if (!isHeard || cell.times.firstEventMs !== null) return cell
  return { ...cell, times: { ...cell.times, firstEventMs: sinceQueued(cell, nowMs) } }
}

const streaming = (cell: Cell): Cell =>
  cell.state === 'streaming' ? cell : { ...cell, state: 'streaming', retry: null, queuePosition: null }

/** The first content is there. */
function spoken(cell: Cell, nowMs: number): Cell {
  const running = streaming(cell)
  if (running.times.firstTokenMs !== null) return running
  return { ...running, times: { ...running.times, firstTokenMs: sinceQueued(running, nowMs) } }
}

const counted = (cell: Cell, delta: string): Cell => ({
  ...cell,
  estimatedOutputTokens: cell.estimatedOutputTokens + estimateTokenCount(delta),
})
