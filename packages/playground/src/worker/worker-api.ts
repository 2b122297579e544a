import { CANCELLED, type Transport } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import { type QueueJob, createRunQueue } from '../execution/run-queue.ts'
import { carryOut } from './carry-out.ts'
import { type Outbox, createOutbox } from './outbox.ts'
import { type RunRef, type RunnerRequest, type WorkerApi, runKey } from './protocol.ts'

interface Job extends QueueJob {
  readonly request: RunnerRequest
}

/** What runs inside the worker: it fetches, and tells what happens through one sink for all runs. */
export function createWorkerApi({
  transport,
  clock,
  setTimer,
}: Pick<Realm, 'clock' | 'setTimer'> & { readonly transport: Transport }): WorkerApi {
  const aborts = new Map<string, AbortController>()
  let outbox: Outbox | null = null
  let most = Infinity
  let order = 0
  const queue = createRunQueue<Job>({ limit: () => most, start: carry })

  async function carry({ id, request }: Job): Promise<void> {
    const run: RunRef = request.options
    const controller = new AbortController()
    aborts.set(id, controller)
    const outcome = await carryOut(transport, request, controller.signal, (event) => {
      if (!controller.signal.aborted) outbox?.event(run, event)
    })
    if (aborts.get(id) === controller) aborts.delete(id)
    outbox?.outcome(run, controller.signal.aborted ? { ok: false, failure: CANCELLED } : outcome)
    // The place stays empty until the page has heard of this and hands over more.
    if (queue.waiting.size === 0) outbox?.hurry()
  }

  return {
    connect(sink) {
      outbox = createOutbox({ post: sink, clock, setTimer })
    },
    limit(count) {
      most = count
      queue.pump()
    },
    start(requests) {
      queue.add(requests.map((request) => ({ id: runKey(request.options), order: order++, request })))
    },
    cancel(runs) {
      for (const run of runs) {
        queue.remove(runKey(run))
        aborts.get(runKey(run))?.abort()
      }
    },
    ping: () => true,
  }
}
