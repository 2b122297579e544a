import type { Server } from 'node:http'
import type { Composition } from '../deps.ts'
import type { Telemetry } from '../telemetry/start-telemetry.ts'

/** Milliseconds from the signal: runs may finish until the first, and by the second everything is over. */
const GIVE_UP_MS = 20_000
const EXIT_MS = 24_000
const FLUSH_MS = 3_000
const PARENT_CHECK_MS = 250

export interface ShutDownOptions {
  readonly server: Server
  readonly composition: Composition
  readonly telemetry: Telemetry
  readonly startedByNpm: boolean
}

const within = (promise: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms).unref())])

/** Takes no new work, lets running work finish (or tells it to), sends the last spans, and leaves nothing open. */
async function drain({ server, composition, telemetry }: ShutDownOptions): Promise<void> {
  const { lifecycle } = composition.deps
  setTimeout(() => process.exit(0), EXIT_MS).unref()
  const giveUp = setTimeout(() => lifecycle.giveUp(), GIVE_UP_MS)
  await lifecycle.drain()
  clearTimeout(giveUp)
  await within(
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
    }),
    FLUSH_MS,
  )
  server.closeAllConnections()
  await Promise.all([composition.close(), within(telemetry.shutdown(), FLUSH_MS)])
}

/**
 * Ends with code 0 on SIGTERM and SIGINT. npm's shell keeps a SIGTERM to itself and dies of it, so a service that npm started ends
 * when its parent is another one than at the start.
 */
export function shutDownOn(options: ShutDownOptions): void {
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    void drain(options).finally(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  if (!options.startedByNpm) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, PARENT_CHECK_MS)
  watch.unref()
}
