import { CANCELLED } from '@vitrine/client'
import type { StreamEvent } from '@vitrine/contracts'
import { type OnSteps, type RunOutcome, type Runner, type RunnerRequest, runKey } from '../worker/protocol.ts'
import { type QueueJob, createRunQueue } from './run-queue.ts'

/** A run that a test plays the service for. */
interface FakeRun {
  readonly request: RunnerRequest
  say(...events: readonly StreamEvent[]): void
  end(outcome?: RunOutcome): void
  isCancelled: boolean
}

export interface FakeRunner extends Runner {
  /** Those that were sent. */
  readonly runs: FakeRun[]
  /** The last run of a row. */
  of(rowId: string): FakeRun
  /** Runs that have no outcome yet. */
  readonly open: () => number
  /** Rows that were handed over and wait for their turn. */
  readonly held: () => readonly string[]
  readonly isDisposed: () => boolean
  /** Ends everything that it was given, as a worker that dies does; what comes later is taken. */
  lose(): void
}

interface Job extends QueueJob {
  readonly request: RunnerRequest
  readonly onSteps: OnSteps
  readonly resolve: (outcome: RunOutcome) => void
}

/**
 * A runner that sends in order, as many at a time as it may, and does nothing more by itself. `isDeaf`: it tells of a run even after it
 * was cancelled, as a worker may. `agoMs`: how late it tells.
 */
export function createFakeRunner({ isDeaf = false, agoMs = 0 } = {}): FakeRunner {
  const runs: FakeRun[] = []
  const open = new Set<FakeRun>()
  let isDisposed = false
  let most = Infinity
  let order = 0
  const queue = createRunQueue<Job>({
    limit: () => most,
    start: ({ request, onSteps, resolve }) =>
      new Promise((free) => {
        const run: FakeRun = {
          request,
          isCancelled: false,
          say: (...events) => {
            if (isDeaf || !run.isCancelled) onSteps(events.map((event) => ({ event, agoMs })))
          },
          end(outcome = { ok: true }) {
            open.delete(run)
            resolve(outcome)
            free()
          },
        }
        runs.push(run)
        open.add(run)
        onSteps([{ event: { type: 'sent' }, agoMs }])
      }),
  })
  return {
    runs,
    of(rowId) {
      const run = runs.findLast(({ request }) => request.options.rowId === rowId)
      if (!run) throw new Error(`Row ${rowId} was never sent.`)
      return run
    },
    open: () => open.size,
    held: () => [...queue.waiting.values()].map(({ request }) => request.options.rowId),
    isDisposed: () => isDisposed,
    lose() {
      const lost: RunOutcome = { ok: false, failure: { code: 'interrupted', message: 'The worker stopped.' } }
      for (const { id, resolve } of queue.waiting.values()) {
        queue.remove(id)
        resolve(lost)
      }
      for (const run of open) run.end(lost)
    },
    limit(count) {
      most = count
      queue.pump()
    },
    run: (request, onSteps) =>
      new Promise((resolve) => {
        queue.add([{ id: runKey(request.options), order: order++, request, onSteps, resolve }])
      }),
    cancel(runId, rowId) {
      queue.remove(runKey({ runId, rowId }))?.resolve({ ok: false, failure: CANCELLED })
      for (const run of open) {
        const { options } = run.request
        if (options.runId !== runId || options.rowId !== rowId) continue
        run.isCancelled = true
        run.end({ ok: false, failure: CANCELLED })
      }
    },
    dispose() {
      isDisposed = true
      queue.pause()
      for (const run of open) run.end({ ok: false, failure: CANCELLED })
    },
  }
}
