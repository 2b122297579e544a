import type { Transport } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import { afterStream } from './after-stream.ts'
import { type BatchStream, type StreamEnd, openStream } from './batch-stream.ts'
import { carryOut } from './carry-out.ts'
import { type Job, toJob } from './job.ts'
import { Lane } from './lane.ts'
import { type RunOutcome, type RunRef, type RunStep, type RunnerRequest, runKey } from './protocol.ts'
import { sharePlaces } from './share-places.ts'
import { fitting } from './to-batch.ts'

/** Places that become free within this part of a row's time are taken by one batch; milliseconds at most. */
const GATHER = 0.05
const LONGEST_GATHER_MS = 50

/** Before all that are handed over the usual way. */
const FIRST_IN_LINE = -1e12

const anyLane = (): boolean => true
const placesOf = (stream: BatchStream): number => stream.places()
const endingOf = (stream: BatchStream): number => stream.ending()
const rowsOf = (stream: BatchStream): number => stream.rows()

/** Carries runs out, on whatever thread it is: alone, or those of a group in batches. Nothing is told of a run after it was cancelled. */
export interface Carrier {
  start(requests: readonly RunnerRequest[]): void
  /** How many are carried out at a time; without it, all. What is on its way stays there. */
  limit(count: number): void
  cancel(runs: readonly RunRef[]): void
  dispose(): void
}

export function createCarrier({
  transport,
  setTimer,
  onEvent,
  onOutcome,
  onIdle,
}: Pick<Realm, 'setTimer'> & {
  readonly transport: Transport
  readonly onEvent: (run: RunRef, event: RunStep['event']) => void
  readonly onOutcome: (run: RunRef, outcome: RunOutcome) => void
  /** A place is free, and nothing waits for it. */
  readonly onIdle: () => void
}): Carrier {
  const lanes = new Map<string | null, Lane>()
  /** Runs without an outcome. */
  const jobs = new Map<string, Job>()
  const streams = new Map<BatchStream, Lane>()
  let singles = 0
  let most = Infinity
  let order = 0
  let isDisposed = false
  let isPlanned = false
  let cancelPlan: (() => void) | null = null

  const laneOf = ({ options }: RunnerRequest): Lane | undefined => lanes.get(options.group ?? null)
  const isWanted = (job: Job): boolean => jobs.get(job.key) === job
  /** Those that something can begin of, in the order of their turn. */
  const waitingLanes = (): readonly Lane[] =>
    [...lanes.values()].filter(({ waiting, isHeld }) => waiting.size > 0 && !isHeld).toSorted((a, b) => a.first - b.first)

  /** What is handed over or given up in one turn belongs together. */
  function pumpSoon(): void {
    if (isPlanned) return
    isPlanned = true
    queueMicrotask(() => {
      isPlanned = false
      pump()
    })
  }
  /** Rows that end together make room for one batch and not for many. */
  function pumpLater({ rowMs }: Lane): void {
    cancelPlan ??= setTimer(
      () => {
        cancelPlan = null
        pump()
      },
      Math.min(LONGEST_GATHER_MS, GATHER * (rowMs ?? 0)),
    )
  }

  function sumOver(isMeant: (lane: Lane) => boolean, figure: (stream: BatchStream) => number): number {
    let sum = 0
    for (const [stream, lane] of streams) if (isMeant(lane)) sum += figure(stream)
    return sum
  }

  function add(request: RunnerRequest): void {
    const group = request.options.group ?? null
    const lane = laneOf(request) ?? new Lane(group, request)
    lanes.set(group, lane)
    const { refusedToken } = lane
    if (refusedToken !== null && refusedToken.token !== request.token) lane.release()
    const job = toJob(request, order++ + (refusedToken === null ? 0 : FIRST_IN_LINE))
    jobs.set(job.key, job)
    lane.add(job)
    // They were refused at the front, and wait there again.
    if (refusedToken !== null) lane.putBack([])
  }

  function forget(job: Job): void {
    const lane = laneOf(job.request)
    jobs.delete(job.key)
    lane?.waiting.delete(job.key)
    if (lane === undefined || --lane.open > 0) return
    lane.release()
    lanes.delete(lane.group)
  }

  function drop(run: RunRef): void {
    const job = jobs.get(runKey(run))
    if (job === undefined) return
    forget(job)
    job.drop?.()
  }

  function tell(job: Job, event: RunStep['event']): void {
    if (isWanted(job)) onEvent(job.request.options, event)
  }

  function settle(job: Job, outcome: RunOutcome): void {
    if (!isWanted(job)) return
    forget(job)
    onOutcome(job.request.options, outcome)
  }

  /** Begins with what is next of a lane; false where it is better to wait. */
  function begin(lane: Lane, free: number, ready: readonly Lane[]): boolean {
    const { waiting, rowMs } = lane
    const first = waiting.values().next().value
    if (first === undefined) return false
    if (!lane.isBatch) {
      void carryAlone(lane, first)
      return true
    }
    const groups = ready.filter(({ isBatch }) => isBatch).length
    const isOwn = (of: Lane) => of === lane
    const own = sumOver(isOwn, placesOf)
    const ending = sumOver(anyLane, endingOf)
    const begun = sumOver(isOwn, rowsOf)
    const share = sharePlaces({ free, limit: most, streams: streams.size, groups, own, ending, begun, waiting: waiting.size, rowMs })
    if (share !== null) void carryTogether(lane, fitting(waiting.values(), share.rows), share.places)
    return share !== null
  }

  function pump(): void {
    for (;;) {
      const free = most - singles - sumOver(anyLane, placesOf)
      const ready = waitingLanes()
      if (isDisposed || free < 1 || !ready.some((lane) => begin(lane, free, ready))) return
    }
  }

  async function carryAlone(lane: Lane, job: Job): Promise<void> {
    const abort = new AbortController()
    job.drop = () => abort.abort()
    lane.take([job])
    singles++
    const outcome = await carryOut(transport, job.request, abort.signal, (event) => tell(job, event))
    singles--
    settle(job, outcome)
    if (waitingLanes().length === 0) onIdle()
    pump()
  }

  async function carryTogether(lane: Lane, taken: readonly Job[], places: number): Promise<void> {
    lane.take(taken)
    lane.hasBatches = true
    lane.refusedToken = null
    const { latest } = lane
    const onEnd = (job: Job, durationMs: number | null): void => {
      lane.learn(durationMs)
      settle(job, { ok: true })
    }
    const stream = openStream({ transport, setTimer, jobs: taken, places, latest, onEvent: tell, onEnd, onFree: () => pumpLater(lane) })
    streams.set(stream, lane)
    const end = await stream.ended
    streams.delete(stream)
    conclude(lane, end, latest)
    pumpLater(lane)
  }

  function conclude(lane: Lane, end: StreamEnd, { token }: RunnerRequest): void {
    lane.hasAnswered ||= end.hasAnswered
    const { over, again, holdMs, breaks, givenUp } = afterStream(end, lane)
    lane.breaks = breaks
    for (const job of again) job.drop = null
    lane.putBack(again)
    if (holdMs > 0 && !isDisposed) lane.hold(setTimer, holdMs, pump)
    if (end.failure?.status === 401) lane.refusedToken = { token }
    for (const [job, failure] of over) settle(job, { ok: false, failure })
    if (givenUp !== null) for (const job of lane.waiting.values()) settle(job, { ok: false, failure: givenUp })
  }

  return {
    start(requests) {
      for (const request of requests) {
        drop(request.options)
        add(request)
      }
      pumpSoon()
    },
    limit(count) {
      most = Math.max(1, count)
      pumpSoon()
    },
    cancel(runs) {
      for (const run of runs) drop(run)
      pumpSoon()
    },
    dispose() {
      isDisposed = true
      cancelPlan?.()
      for (const job of jobs.values()) drop(job.request.options)
    },
  }
}
