/** The life of one attempt: ends with its caller's signal, or by itself. */
export interface AttemptLink {
  readonly signal: AbortSignal
  /** Whether the caller's signal ended it; the reason then is the caller's. */
  readonly isAborted: () => boolean
  readonly reason: () => unknown
  /** The answer is over in substance: what still comes may take so long and no longer. */
  endWithin(ms: number): void
  /** Closes the connection, unless the answer was read to its end. */
  abort(): void
  dispose(): void
}

export function linkAttempt(caller: AbortSignal): AttemptLink {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | null = null
  const follow = (): void => controller.abort(caller.reason)
  const dispose = (): void => {
    caller.removeEventListener('abort', follow)
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  if (caller.aborted) follow()
  else caller.addEventListener('abort', follow, { once: true })
  return {
    signal: controller.signal,
    isAborted: () => caller.aborted,
    reason: () => caller.reason,
    endWithin: (ms) => {
      timer ??= setTimeout(() => controller.abort('over'), ms).unref()
    },
    abort: () => {
      dispose()
      controller.abort('left')
    },
    dispose,
  }
}
