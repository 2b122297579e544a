import { type ClientFailure, type Transport, openBatch, stopRows } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import type { Job } from './job.ts'
import type { RunStep, RunnerRequest } from './protocol.ts'
import { toBatch } from './to-batch.ts'

/** The service gives a sign of life every fifteen seconds. Milliseconds. */
const SILENCE_MS = 45_000

/**
 * A row that is wanted ends so where the service still runs it for a connection that is gone, or where the word to stop an earlier run of it
 * came late. It is no end: the row is sent again.
 */
const NO_END: ReadonlySet<string> = new Set(['idempotency_in_flight', 'cancelled'])

/** How a batch is over, and what it leaves behind. */
export interface StreamEnd {
  /** Null where the service itself ended it. */
  readonly failure: ClientFailure | null
  /** Runs that somebody still wants and that have no end, in their order. */
  readonly left: readonly Job[]
  /** Those of them that the service had begun with. */
  readonly begun: ReadonlySet<Job>
  /** All rows of the request, in their order. */
  readonly sent: readonly Job[]
  readonly hasAnswered: boolean
  readonly hasProgressed: boolean
}

export interface BatchStream {
  /** Places that it takes. */
  readonly places: () => number
  /** How many of them are free as soon as the rows on them end. */
  readonly ending: () => number
  /** Rows of it that have no end. */
  readonly rows: () => number
  readonly ended: Promise<StreamEnd>
  abort(): void
}

/** Sends jobs as one batch, and tells each what is said of its row. What a job's run is told after it was dropped is for the listener to leave. */
export function openStream({
  transport,
  setTimer,
  jobs,
  places,
  latest,
  onEvent,
  onEnd,
  onFree,
}: Pick<Realm, 'setTimer'> & {
  readonly transport: Transport
  readonly jobs: readonly Job[]
  readonly places: number
  readonly latest: RunnerRequest
  readonly onEvent: (job: Job, event: RunStep['event']) => void
  /** `durationMs`: what the service took for the row, where it says so. */
  readonly onEnd: (job: Job, durationMs: number | null) => void
  /** It may be that it takes fewer places. */
  readonly onFree: () => void
}): BatchStream {
  const abort = new AbortController()
  const batch = toBatch(jobs, places, latest)
  /** Rows that have no end at the service, and the runs among them that somebody wants. */
  const open = new Map(jobs.map((job) => [job.rowId, job]))
  const wanted = new Set(jobs)
  const begun = new Set<Job>()
  let isHeard = false
  let hasProgressed = false
  let hasAnswered = false
  const unwanted: string[] = []
  let cancelWatch = watch()

  for (const job of jobs)
    job.drop = () => {
      if (wanted.delete(job) && open.has(job.rowId) && unwanted.push(job.rowId) === 1) queueMicrotask(letGo)
    }

  /** A connection that nobody listens to ends every row of it. Single ones are asked to be stopped: one that goes on is paid for nothing. */
  function letGo(): void {
    if (wanted.size === 0) abort.abort()
    // Before it has answered, the service knows nothing of these rows.
    else if (hasAnswered && unwanted.length > 0) void stop(unwanted.splice(0))
  }
  async function stop(rowIds: readonly string[]): Promise<void> {
    const stopped = await stopRows(transport, batch, rowIds)
    // Where some had ended by then, or another process was asked, the stream tells.
    if (stopped < rowIds.length) return
    for (const rowId of rowIds) open.delete(rowId)
    onFree()
  }

  function watch(): () => void {
    return setTimer(() => {
      if (!isHeard) abort.abort()
      isHeard = false
      cancelWatch = watch()
    }, SILENCE_MS)
  }

  function end(job: Job, event: RunStep['event'], durationMs: number | null): void {
    open.delete(job.rowId)
    hasProgressed = true
    onFree()
    if (!wanted.delete(job)) return
    onEvent(job, event)
    onEnd(job, durationMs)
  }

  async function carry(): Promise<StreamEnd> {
    let failure: ClientFailure | null = null
    for await (const event of openBatch(transport, { ...batch, options: { ...batch.options, signal: abort.signal } })) {
      isHeard = true
      if (event.type === 'failure') failure = event.failure
      else if (!hasAnswered) {
        hasAnswered = true
        letGo()
      }
      const job = 'rowId' in event ? open.get(event.rowId) : undefined
      if (job === undefined) continue
      if (event.type === 'row-start') {
        begun.add(job)
        if (wanted.has(job)) onEvent(job, { type: 'sent' })
      } else if (event.type === 'row-event') {
        if (wanted.has(job)) onEvent(job, event.event)
      } else if (event.type === 'row-result') {
        const { response } = event
        end(job, { type: 'result', response }, response.tree.nodes[0]?.metrics.acc.duration.total ?? null)
      } else if (event.type === 'row-error') {
        if (wanted.has(job) && NO_END.has(event.error.code)) open.delete(job.rowId)
        else end(job, { type: 'error', error: event.error }, null)
      }
    }
    cancelWatch()
    open.clear()
    return { failure, left: jobs.filter((job) => wanted.has(job)), begun, sent: jobs, hasAnswered, hasProgressed }
  }

  return {
    places: () => Math.min(places, open.size),
    ending: () => (open.size <= places ? open.size : 0),
    rows: () => open.size,
    ended: carry(),
    abort: () => abort.abort(),
  }
}
