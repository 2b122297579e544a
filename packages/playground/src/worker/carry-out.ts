import { type Transport, openRun } from '@vitrine/client'
import type { RunOutcome, RunStep, RunnerRequest } from './protocol.ts'

/** Sends a run and passes on what becomes of it, on whatever thread this is. Never rejects. */
export async function carryOut(
  transport: Transport,
  request: RunnerRequest,
  signal: AbortSignal,
  onEvent: (event: RunStep['event']) => void,
): Promise<RunOutcome> {
  onEvent({ type: 'sent' })
  for await (const event of openRun(transport, { ...request, options: { ...request.options, signal } })) {
    if (event.type === 'failure') return { ok: false, failure: event.failure }
    if (event.type !== 'heartbeat') onEvent(event)
  }
  return { ok: true }
}
