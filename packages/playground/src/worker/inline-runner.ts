import { CANCELLED, type Transport } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import { createCarrier } from './carrier.ts'
import type { RunRef, Runner } from './protocol.ts'
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
  let isDisposed = false
  const carrier = createCarrier({
    transport,
    setTimer,
    onEvent: (run, event) => table.deliver(run, [{ event, agoMs: 0 }]),
    onOutcome: (run, outcome) => void table.settle(run, outcome),
    onIdle: () => undefined,
  })

  return {
    run(request, onSteps) {
      if (isDisposed) return Promise.resolve({ ok: false, failure: CANCELLED })
      const { runId, rowId } = request.options
      const outcome = table.add(request, onSteps, () => carrier.cancel([{ runId, rowId }]))
      carrier.start([request])
      return outcome
    },
    limit: (count) => carrier.limit(count),
    cancel(runId, rowId) {
      const run: RunRef = { runId, rowId }
      carrier.cancel([run])
      table.cancel(run)
    },
    dispose() {
      isDisposed = true
      carrier.dispose()
      table.settleAll(CANCELLED)
    },
  }
}
