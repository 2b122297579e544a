import { CANCELLED } from '@vitrine/client'
import type { StreamEvent } from '@vitrine/contracts'
import type { RunOutcome, Runner, RunnerRequest } from '../worker/protocol.ts'

/** A run that a test plays the service for. */
interface FakeRun {
  readonly request: RunnerRequest
  say(...events: readonly StreamEvent[]): void
  end(outcome?: RunOutcome): void
  isCancelled: boolean
}

export interface FakeRunner extends Runner {
  readonly runs: FakeRun[]
  /** The last run of a row. */
  of(rowId: string): FakeRun
  /** Runs that have no outcome yet. */
  readonly open: () => number
  readonly isDisposed: () => boolean
}

/** A runner that does nothing by itself. `isDeaf`: it tells of a run even after it was cancelled, as a worker may. */
export function createFakeRunner({ isDeaf = false } = {}): FakeRunner {
  const runs: FakeRun[] = []
  const open = new Set<FakeRun>()
  let isDisposed = false
  return {
    runs,
    of(rowId) {
      const run = runs.findLast(({ request }) => request.options.rowId === rowId)
      if (!run) throw new Error(`Row ${rowId} was never sent.`)
      return run
    },
    open: () => open.size,
    isDisposed: () => isDisposed,
    run(request, onEvents) {
      return new Promise((resolve) => {
        const run: FakeRun = {
          request,
          isCancelled: false,
          say: (...events) => {
            if (isDeaf || !run.isCancelled) onEvents(events)
          },
          end(outcome = { ok: true }) {
            open.delete(run)
            resolve(outcome)
          },
        }
        runs.push(run)
        open.add(run)
      })
    },
    cancel(runId, rowId) {
      for (const run of open) {
        const { options } = run.request
        if (options.runId !== runId || options.rowId !== rowId) continue
        run.isCancelled = true
        run.end({ ok: false, failure: CANCELLED })
      }
    },
    dispose() {
      isDisposed = true
      for (const run of open) run.end({ ok: false, failure: CANCELLED })
    },
  }
}
