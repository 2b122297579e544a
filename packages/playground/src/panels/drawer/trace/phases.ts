import type { Cell } from '../../../state/cell.ts'
import { spanDurationMs } from './span-duration.ts'

export type PhaseName = 'queue' | 'connect' | 'reachService' | 'firstByte' | 'firstToken' | 'waitingPhase' | 'answer'

/** A stretch of a run as this page saw it. *Units*: milliseconds since the row was queued. */
export interface Phase {
  readonly name: PhaseName
  readonly startMs: number
  readonly endMs: number
}

/**
 * Where the service's zero lies on this page's clock: the moment of the first token is known on both. Without one, the answer is taken
 * to stand in the middle between what was sent and what came back.
 */
export function serviceStartMs(cell: Pick<Cell, 'times' | 'tree' | 'wire'>): number {
  const { sentMs, firstEventMs, firstTokenMs, endMs } = cell.times
  const sent = sentMs ?? 0
  const latest = Math.max(sent, firstEventMs ?? endMs ?? sent)
  const token = cell.wire.at(-1)?.times.firstToken ?? null
  if (token !== null && firstTokenMs !== null) return Math.min(latest, Math.max(sent, firstTokenMs - token))
  const root = cell.tree[0]
  const durationMs = root === undefined ? 0 : spanDurationMs(root)
  const spare = Math.max(0, (endMs ?? latest) - sent - durationMs)
  return Math.min(latest, sent + spare / 2)
}

/** What a run went through, in order and without gaps; what was not reached is not there. `nowMs` ends what is still under way. */
export function phasesOf(cell: Pick<Cell, 'times' | 'tree' | 'wire'>, nowMs: number): readonly Phase[] {
  const { sentMs, firstEventMs, firstTokenMs, endMs } = cell.times
  const end = endMs ?? nowMs
  const phases: Phase[] = []
  let at = 0
  const until = (name: PhaseName, ms: number) => {
    const to = Math.min(Math.max(at, ms), end)
    phases.push({ name, startMs: at, endMs: to })
    at = to
  }
  until('queue', sentMs ?? end)
  if (sentMs === null) return phases
  const wire = cell.wire.at(-1)?.times
  const zero = serviceStartMs(cell)
  if (wire === undefined || wire.connected === null) {
    if (firstEventMs === null) return [...phases, { name: 'waitingPhase', startMs: at, endMs: end }]
    until('reachService', firstEventMs)
  } else {
    until('connect', zero + wire.connected)
    if (wire.firstByte === null) return [...phases, { name: 'waitingPhase', startMs: at, endMs: end }]
    until('firstByte', zero + wire.firstByte)
  }
  if (firstTokenMs === null) return end - at < 1 ? phases : [...phases, { name: 'firstToken', startMs: at, endMs: end }]
  until('firstToken', firstTokenMs)
  until('answer', end)
  return phases
}
