import { CANCELLED, type ClientFailure, type Transport } from '@vitrine/client'
import type { FallbackReason } from '../events.ts'
import type { Realm } from '../execution/realm.ts'
import { causeMeta } from '../messages/cause-meta.ts'
import type { createInlineRunner } from './inline-runner.ts'
import { type OnSteps, type RunOutcome, type Runner, type RunnerRequest, runKey } from './protocol.ts'
import type { SpawnOptions } from './spawn-worker.ts'
import type { WorkerRunner } from './worker-runner.ts'

export interface WorkerSettings extends SpawnOptions {
  /** `auto` (the default) takes a worker and falls back to the page's thread; `worker` never falls back; `inline` takes no worker. */
  readonly mode?: 'auto' | 'worker' | 'inline'
}

type Outcome = RunOutcome | Promise<RunOutcome>

/** A worker's runner, or why there is none. */
export type Started = WorkerRunner | FallbackReason

/**
 * The runner that a page allows. The worker is started at once; runs wait for it. Where it does not start, or dies, later runs go over
 * the page's own thread with the same results, and the host is told once.
 */
export function createRunner({
  mode = 'auto',
  startWorker,
  transport,
  setTimer,
  onFallback,
  loadInline = async () => (await import('./inline-runner.ts')).createInlineRunner,
}: {
  readonly mode?: WorkerSettings['mode']
  readonly startWorker: (onLost: (reason: FallbackReason) => void) => Started
  readonly transport: Transport
  readonly setTimer: Realm['setTimer']
  readonly onFallback: (reason: FallbackReason) => void
  /** What runs on the page's own thread: most pages never need it, so it comes when one does. */
  readonly loadInline?: () => Promise<typeof createInlineRunner>
}): Runner {
  /** Runs that wait for a runner, each with what gives it up. */
  const waiting = new Map<string, () => void>()
  let isDisposed = false
  let refusal: FallbackReason | null = null
  let worker: WorkerRunner | null = null
  let inline: Runner | null = null
  let most = Infinity

  function refuse(reason: FallbackReason): void {
    if (refusal !== null || isDisposed) return
    refusal = reason
    worker?.dispose()
    if (mode === 'auto') onFallback(reason)
  }
  const started = mode === 'inline' ? null : startWorker(refuse)
  if (typeof started === 'string') refuse(started)
  else if (started !== null) {
    worker = started
    void started.started.then((reason) => reason !== null && refuse(reason))
  }

  async function onThePage(): Promise<Runner | ClientFailure> {
    try {
      const create = await loadInline()
      if (inline === null) {
        inline = create({ transport, setTimer })
        inline.limit(most)
      }
      return inline
    } catch (error) {
      const message = `The part of the page that carries out runs could not be loaded. ${String(error)}`
      return { ...refused('load'), message, meta: { ...causeMeta('part-missing', {}), reason: 'load' } }
    }
  }

  async function chosen(): Promise<Runner | ClientFailure> {
    if (mode === 'inline') return onThePage()
    const reason = refusal ?? (worker ? await worker.started : 'load')
    if (reason === null && refusal === null && worker !== null) return worker
    return mode === 'auto' ? onThePage() : refused(refusal ?? reason ?? 'load')
  }

  async function begin(giveUp: () => void, request: RunnerRequest, onSteps: OnSteps, resolve: (outcome: Outcome) => void): Promise<void> {
    const key = runKey(request.options)
    const runner = await chosen()
    if (waiting.get(key) !== giveUp) return
    waiting.delete(key)
    resolve('code' in runner ? { ok: false, failure: runner } : runner.run(request, onSteps))
  }

  return {
    run(request, onSteps) {
      const key = runKey(request.options)
      return new Promise<RunOutcome>((resolve) => {
        const giveUp = () => resolve({ ok: false, failure: CANCELLED })
        waiting.get(key)?.()
        waiting.set(key, giveUp)
        void begin(giveUp, request, onSteps, resolve)
      })
    },
    limit(count) {
      most = count
      worker?.limit(count)
      inline?.limit(count)
    },
    cancel(runId, rowId) {
      const key = runKey({ runId, rowId })
      waiting.get(key)?.()
      waiting.delete(key)
      worker?.cancel(runId, rowId)
      inline?.cancel(runId, rowId)
    },
    dispose() {
      isDisposed = true
      for (const giveUp of waiting.values()) giveUp()
      waiting.clear()
      worker?.dispose()
      inline?.dispose()
    },
  }
}

const refused = (reason: FallbackReason): ClientFailure => ({
  code: 'unavailable',
  message: `The background worker could not be used (${reason}), and this page was told to use no other way.`,
  meta: { ...causeMeta('worker-refused', { reason }), reason },
})
