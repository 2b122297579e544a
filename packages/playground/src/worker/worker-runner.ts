import { CANCELLED, type ClientFailure } from '@vitrine/client'
import { type Remote, proxy, wrap } from 'comlink'
import type { FallbackReason } from '../events.ts'
import type { Realm } from '../execution/realm.ts'
import type { RunRef, Runner, RunnerRequest, WorkerApi } from './protocol.ts'
import { createRequestTable } from './request-table.ts'
import { watchHeart } from './watch-heart.ts'
import type { WorkerPort } from './worker-port.ts'

/** A worker that answers nothing for so long did not start. Milliseconds. */
const START_LIMIT_MS = 10_000

export interface WorkerRunner extends Runner {
  /** Null once the worker answers; otherwise why it never will. */
  readonly started: Promise<FallbackReason | null>
}

const LOST: ClientFailure = {
  code: 'interrupted',
  message: 'The background worker stopped answering. What came is kept.',
}

/**
 * Runs in a worker. comlink leaves calls open for ever once a worker is gone, so nothing is awaited from it: requests go one way, news
 * come another, and the table here decides what a run's outcome is.
 */
export function createWorkerRunner(port: WorkerPort, setTimer: Realm['setTimer'], onLost: (reason: FallbackReason) => void): WorkerRunner {
  const table = createRequestTable(setTimer)
  const api: Remote<WorkerApi> = wrap<WorkerApi>(port.endpoint)
  let isOver = false
  let unsent: RunnerRequest[] = []

  // Held for the runner's life: comlink forgets a callback whose proxy was collected.
  const sink = proxy<Parameters<WorkerApi['connect']>[0]>((news) => {
    for (const { runId, rowId, steps, outcome } of news) {
      if (steps.length > 0) table.deliver({ runId, rowId }, steps)
      if (outcome) table.settle({ runId, rowId }, outcome)
    }
  })

  function close(failure: ClientFailure): void {
    if (isOver) return
    isOver = true
    heart.stop()
    answer('load')
    port.terminate()
    table.settleAll(failure)
  }
  function lost(reason: FallbackReason): void {
    if (isOver) return
    close(LOST)
    onLost(reason)
  }

  const heart = watchHeart({ ping: () => api.ping(), isNeeded: () => table.size > 0, onSilent: () => lost('timeout'), setTimer })
  const starting = Promise.withResolvers<FallbackReason | null>()
  const stopStartTimer = setTimer(() => starting.resolve('timeout'), START_LIMIT_MS)
  function answer(reason: FallbackReason | null): void {
    stopStartTimer()
    starting.resolve(reason)
  }
  port.onRefused((reason) => {
    answer(reason)
    lost(reason)
  })
  api.connect(sink).then(
    () => answer(null),
    () => answer('load'),
  )

  /** Everything that starts in one turn is handed over in one message. */
  function handOver(): void {
    const requests = unsent
    unsent = []
    if (isOver || requests.length === 0) return
    api.start(requests).catch((error: unknown) => {
      const failure: ClientFailure = { code: 'invalid_request', message: `The request could not be handed to the worker. ${String(error)}` }
      for (const { options } of requests) table.settle(options, { ok: false, failure })
    })
  }
  function tellCancel(run: RunRef): void {
    if (!isOver) api.cancel([run]).catch(() => lost('timeout'))
  }

  return {
    started: starting.promise,
    limit(count) {
      if (!isOver) api.limit(count).catch(() => lost('timeout'))
    },
    run(request, onSteps) {
      if (isOver) return Promise.resolve({ ok: false, failure: LOST })
      const { runId, rowId } = request.options
      const outcome = table.add(request, onSteps, () => tellCancel({ runId, rowId }))
      heart.listen()
      if (unsent.push(request) === 1) queueMicrotask(handOver)
      return outcome
    },
    cancel(runId, rowId) {
      unsent = unsent.filter(({ options }) => options.runId !== runId || options.rowId !== rowId)
      if (table.cancel({ runId, rowId })) tellCancel({ runId, rowId })
    },
    dispose: () => close(CANCELLED),
  }
}
