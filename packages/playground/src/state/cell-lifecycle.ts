import type { Cell, CellState, ExecutionStatus } from './cell.ts'

const ACTIVE = { queued: true, connecting: true, streaming: true, retrying: true } as const

/** Whether a run of the cell is under way or waiting. */
export const isActive = (state: CellState): state is keyof typeof ACTIVE => Object.hasOwn(ACTIVE, state)

const STATUS: Readonly<Record<CellState, ExecutionStatus>> = {
  ready: 'idle',
  blocked: 'idle',
  stopped: 'idle',
  queued: 'running',
  connecting: 'running',
  streaming: 'running',
  retrying: 'running',
  done: 'success',
  stale: 'success',
  failed: 'error',
}

/** The four words of the outside contract. @see seeds/002, Execution State */
export const toExecutionStatus = (state: CellState): ExecutionStatus => STATUS[state]

/** Milliseconds since the cell was queued. */
export const sinceQueued = (cell: Cell, nowMs: number): number => Math.max(0, nowMs - (cell.queuedAtMs ?? nowMs))

/** The cell after somebody stopped it: what arrived stays. A cell that is not under way is not changed. */
export function stopped(cell: Cell, nowMs: number): Cell {
  if (!isActive(cell.state)) return cell
  return { ...cell, state: 'stopped', queuePosition: null, retry: null, times: { ...cell.times, endMs: sinceQueued(cell, nowMs) } }
}
