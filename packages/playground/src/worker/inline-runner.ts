import { CANCELLED, type Transport } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import { carryOut } from './carry-out.ts'
import { type RunRef, type Runner, type RunnerRequest, runKey } from './protocol.ts'
import { createRequestTable } from './request-table.ts'

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

  function abort(run: RunRef): void {
    aborts.get(runKey(run))?.abort()
    aborts.delete(runKey(run))
  }

  async function carry(request: RunnerRequest, controller: AbortController): Promise<void> {
    const { options } = request
    // A run that was cancelled and begun again under the same name must not hear of the first.
    const isCurrent = () => aborts.get(runKey(options)) === controller
    const ended = await carryOut(transport, request, controller.signal, (event) => {
      if (isCurrent()) table.deliver(options, [event])
    })
    if (!isCurrent()) return
    aborts.delete(runKey(options))
    table.settle(options, ended)
  }

  return {
    run(request, onEvents) {
      if (isDisposed) return Promise.resolve({ ok: false, failure: CANCELLED })
      const { options } = request
      abort(options)
      const controller = new AbortController()
      aborts.set(runKey(options), controller)
      const outcome = table.add(request, onEvents, () => abort(options))
      void carry(request, controller)
      return outcome
    },
    cancel(runId, rowId) {
      abort({ runId, rowId })
      table.cancel({ runId, rowId })
    },
    dispose() {
      isDisposed = true
      for (const controller of aborts.values()) controller.abort()
      aborts.clear()
      table.settleAll(CANCELLED)
    },
  }
}
