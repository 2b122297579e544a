import { CANCELLED, type Transport } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import { carryOut } from './carry-out.ts'
import { type Outbox, createOutbox } from './outbox.ts'
import { type RunRef, type RunnerRequest, type WorkerApi, runKey } from './protocol.ts'

/** What runs inside the worker: it fetches, and tells what happens through one sink for all runs. */
export function createWorkerApi({
  transport,
  clock,
  setTimer,
}: Pick<Realm, 'clock' | 'setTimer'> & { readonly transport: Transport }): WorkerApi {
  const aborts = new Map<string, AbortController>()
  let outbox: Outbox | null = null

  async function carry(request: RunnerRequest, box: Outbox): Promise<void> {
    const run: RunRef = request.options
    const controller = new AbortController()
    aborts.set(runKey(run), controller)
    const outcome = await carryOut(transport, request, controller.signal, (event) => {
      if (!controller.signal.aborted) box.event(run, event)
    })
    if (aborts.get(runKey(run)) === controller) aborts.delete(runKey(run))
    box.outcome(run, controller.signal.aborted ? { ok: false, failure: CANCELLED } : outcome)
  }

  return {
    connect(sink) {
      outbox = createOutbox({ post: sink, clock, setTimer })
    },
    start(requests) {
      const box = outbox
      if (box) for (const request of requests) void carry(request, box)
    },
    cancel(runs) {
      for (const run of runs) aborts.get(runKey(run))?.abort()
    },
    ping: () => true,
  }
}
