import { type Transport, openRun } from '@vitrine/client'
import type { StreamEvent } from '@vitrine/contracts'
import type { RunOutcome, RunnerRequest } from './protocol.ts'

/** Sends a run and passes its events on, on whatever thread this is. Never rejects. */
export async function carryOut(
  transport: Transport,
  request: RunnerRequest,
  signal: AbortSignal,
  onEvent: (event: StreamEvent) => void,
): Promise<RunOutcome> {
  for await (const event of openRun(transport, { ...request, options: { ...request.options, signal } })) {
    if (event.type === 'failure') return { ok: false, failure: event.failure }
    if (event.type !== 'heartbeat') onEvent(event)
  }
  return { ok: true }
}
