import { CANCELLED, type ClientFailure } from '@vitrine/client'
import { type Remote, proxy, wrap } from 'comlink'
import type { FallbackReason } from '../events.ts'
import type { Realm } from '../execution/realm.ts'
import { causeMeta } from '../messages/cause-meta.ts'
import { type RunNews, type RunRef, type Runner, type RunnerRequest, type WorkerApi, runKey } from './protocol.ts'
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
  meta: causeMeta('worker-silent', {}),
}

/**
 * Runs in a worker. comlink leaves calls open for ever once a worker is gone, so nothing is awaited from it: requests go one way, news
 * come another, and the table here decides what a run's outcome is.
 */
export function createWorkerRunner(port: WorkerPort, setTimer: Realm['setTimer'], onLost: (reason: FallbackReason) => void): WorkerRunner {
  const table = createRequestTable(setTimer)
  const api: Remote<WorkerApi> = wrap<WorkerApi>(port.endpoint)
  let isOver = false
  let unsent = new Map<string, RunnerRequest>()
  let unwanted: RunRef[] = []

  // Held for the runner's life: comlink forgets a callback whose proxy was collected.
  const sink = proxy<Parameters<WorkerApi['connect']>[0]>((news) => {
    const told: readonly RunNews[] = JSON.parse(news)
    for (const { runId, rowId, steps, outcome } of told) {
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

  /** Everything that starts in one turn is handed over in one message: what its requests have in common is copied once. */
  function handOver(): void {
    const requests = [...unsent.values()]
    unsent = new Map()
    if (isOver || requests.length === 0) return
    api.start(requests).catch((error: unknown) => {
      const failure: ClientFailure = {
        code: 'invalid_request',
        message: `The request could not be handed to the worker. ${String(error)}`,
        meta: causeMeta('not-handed-over', {}),
      }
      for (const { options } of requests) table.settle(options, { ok: false, failure })
    })
  }
  /** Ten thousand runs are given up in one message too. */
  function tellCancels(): void {
    const runs = unwanted
    unwanted = []
    if (!isOver) api.cancel(runs).catch(() => lost('timeout'))
  }
  function tellCancel({ runId, rowId }: RunRef): void {
    if (unwanted.push({ runId, rowId }) === 1) queueMicrotask(tellCancels)
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
      unsent.set(runKey(request.options), request)
      if (unsent.size === 1) queueMicrotask(handOver)
      return outcome
    },
    cancel(runId, rowId) {
      const run = { runId, rowId }
      const isUnsent = unsent.delete(runKey(run))
      if (table.cancel(run) && !isUnsent) tellCancel(run)
    },
    dispose: () => close(CANCELLED),
  }
}
