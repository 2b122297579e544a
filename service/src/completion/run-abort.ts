import type { AbortCause } from '@vitrine/providers'

/** What can end a run before its time. */
export interface RunAbort {
  /** Aborted with an `AbortCause`. */
  readonly signal: AbortSignal
  abort(cause: AbortCause): void
  /** To be called when the run is over: nothing keeps listening. */
  dispose(): void
}

export interface RunAbortSources {
  /** The caller is gone. */
  readonly client: AbortSignal
  /** The service ends; its reason is passed on. */
  readonly lifecycle: AbortSignal
  readonly deadlineMs: number
}

export function createRunAbort({ client, lifecycle, deadlineMs }: RunAbortSources): RunAbort {
  const controller = new AbortController()
  const abort = (cause: AbortCause): void => controller.abort(cause)
  const onClient = (): void => abort({ code: 'cancelled' })
  const onLifecycle = (): void => controller.abort(lifecycle.reason)
  const timer = setTimeout(() => abort({ code: 'deadline_exceeded' }), deadlineMs)
  client.addEventListener('abort', onClient, { once: true })
  lifecycle.addEventListener('abort', onLifecycle, { once: true })
  if (client.aborted) onClient()
  if (lifecycle.aborted) onLifecycle()
  return {
    signal: controller.signal,
    abort,
    dispose() {
      clearTimeout(timer)
      client.removeEventListener('abort', onClient)
      lifecycle.removeEventListener('abort', onLifecycle)
    },
  }
}
