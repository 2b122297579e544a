import type { Ticket } from './concurrency.ts'

/** Waits for a place, or until the run is given up: whoever goes on looks at the signal anyway. */
export async function waitForTurn({ turn }: Ticket, signal: AbortSignal): Promise<void> {
  if (turn === null || signal.aborted) return
  const { promise: aborted, resolve } = Promise.withResolvers<void>()
  const onAbort = (): void => resolve()
  signal.addEventListener('abort', onAbort, { once: true })
  await Promise.race([turn, aborted])
  signal.removeEventListener('abort', onAbort)
}
