import { CANCELLED, type Transport } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import { type QueueJob, createRunQueue } from '../execution/run-queue.ts'
import { carryOut } from './carry-out.ts'
import { type RunRef, type Runner, type RunnerRequest, runKey } from './protocol.ts'
import { createRequestTable } from './request-table.ts'

interface Job extends QueueJob {
  readonly request: RunnerRequest
}

/** Runs on the page's own thread: for pages that refuse workers, and for hosts that carry the requests themselves. */
export function createInlineRunner({
  transport,
  setTimer,
}: {
  readonly transport: Transport
  readonly setTimer: Realm['setTimer']
}): Runner {
  const table = createRequestTable(setTimer)
  const aborts = new Map<string, AbortController>()
  let isDisposed = false
  let most = Infinity
  let order = 0
  const queue = createRunQueue<Job>({ limit: () => most, start: carry })

  function drop(run: RunRef): void {
    queue.remove(runKey(run))
    aborts.get(runKey(run))?.abort()
    aborts.delete(runKey(run))
  }

  async function carry({ id, request }: Job): Promise<void> {
    const { options } = request
    const controller = new AbortController()
    aborts.set(id, controller)
    // A run that was cancelled and begun again under the same name must not hear of the first.
    const isCurrent = () => aborts.get(id) === controller
    const ended = await carryOut(transport, request, controller.signal, (event) => {
      if (isCurrent()) table.deliver(options, [{ event, agoMs: 0 }])
    })
    if (!isCurrent()) return
    aborts.delete(id)
    table.settle(options, ended)
  }

  return {
    run(request, onSteps) {
      if (isDisposed) return Promise.resolve({ ok: false, failure: CANCELLED })
      const { options } = request
      drop(options)
      const outcome = table.add(request, onSteps, () => drop(options))
      queue.add([{ id: runKey(options), order: order++, request }])
      return outcome
    },
    limit(count) {
      most = count
      queue.pump()
    },
    cancel(runId, rowId) {
      drop({ runId, rowId })
      table.cancel({ runId, rowId })
    },
    dispose() {
      isDisposed = true
      queue.pause()
      for (const controller of aborts.values()) controller.abort()
      aborts.clear()
      table.settleAll(CANCELLED)
    },
  }
}
