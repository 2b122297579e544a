import type { ClientFailure } from '@vitrine/client'
import { causeMeta } from '../messages/cause-meta.ts'
import type { StreamEnd } from './batch-stream.ts'
import type { Job } from './job.ts'

/** Connections that may break one after another without a row that ends: a service that is started anew is back by then. */
export const MOST_BREAKS = 7
/** Attempts to reach a service that has not answered yet: more likely its address is wrong. */
export const MOST_UNANSWERED = 3
/** Connections that may break under one run: each may have been paid for. */
export const MOST_BEGINNINGS = 4
const FIRST_WAIT_MS = 250
const LONGEST_BREAK_MS = 4000
const LONGEST_WAIT_MS = 60_000
/** How long the page may take for a new token. */
const RENEWAL_MS = 10_000

/** What others stand in between say, or the service itself, when it is to be asked again later. */
const PASSING: ReadonlySet<number | undefined> = new Set([429, 502, 503, 504])

/** What becomes of the runs that a batch left behind. */
export interface Aftermath {
  readonly over: readonly (readonly [Job, ClientFailure])[]
  readonly again: readonly Job[]
  /** How long nothing of the group begins. Milliseconds. */
  readonly holdMs: number
  /** Batches that broke in a row, with this one. */
  readonly breaks: number
  /** The group is given up: those of it that wait end like this too. */
  readonly givenUp: ClientFailure | null
}

const interrupted = (attempts: number): ClientFailure => ({
  code: 'interrupted',
  message: `The connection broke ${attempts} times before the answer had ended. What came is kept.`,
  meta: { ...causeMeta('broke-often', { attempts }), attempts },
})

/** The rows that a refusal blames, where it blames some and not the batch. */
function blamedIn({ failure, sent }: StreamEnd): ReadonlySet<Job> {
  const issues = failure?.meta?.['issues']
  const paths = Array.isArray(issues) ? issues.map((issue: unknown) => String(Object(issue).path)) : []
  const places = paths.map((path) => /^rows\[(\d+)\]/.exec(path)?.[1])
  const blamed = places.map((place) => (place === undefined ? undefined : sent[Number(place)]))
  return new Set(blamed.every((job) => job !== undefined) ? blamed : [])
}

/**
 * A batch that was refused as a whole is the end of each of its runs. One that broke, or that the service did not bring to its end, is
 * gone on with, after a while that grows, until it has broken too often.
 */
export function afterStream(
  end: StreamEnd,
  lane: { readonly hasAnswered: boolean; readonly isHeld: boolean; readonly breaks: number },
): Aftermath {
  const { failure, left, begun, hasProgressed } = end
  const asOf = (of: ClientFailure, jobs = left): Aftermath['over'] => jobs.map((job) => [job, of])
  const nothing: Aftermath = { over: [], again: [], holdMs: 0, breaks: lane.breaks, givenUp: null }
  if (left.length === 0) return nothing
  const isPassing = lane.hasAnswered && PASSING.has(failure?.status)
  if (failure !== null && !isPassing && (failure.status !== undefined || failure.code === 'offline')) {
    const blamed = blamedIn(end)
    if (blamed.size > 0) {
      const guilty = left.filter((job) => blamed.has(job))
      return { ...nothing, over: asOf(failure, guilty), again: left.filter((job) => !blamed.has(job)) }
    }
    const waitMs = failure.status === 401 ? RENEWAL_MS : (failure.retryAfterMs ?? 0)
    return { ...nothing, over: asOf(failure), holdMs: Math.min(LONGEST_WAIT_MS, waitMs) }
  }
  // Connections that break together broke for one reason.
  const breaks = hasProgressed ? 1 : lane.isHeld ? lane.breaks : lane.breaks + 1
  for (const job of begun) job.breaks++
  const isUnknown = failure?.code === 'unreachable' && !lane.hasAnswered
  const isGivenUp = breaks >= (isUnknown ? MOST_UNANSWERED : MOST_BREAKS)
  const isOver = (job: Job) => isGivenUp || job.breaks >= MOST_BEGINNINGS
  const last = failure !== null && (isPassing || isUnknown) ? failure : interrupted(isGivenUp ? MOST_BREAKS : MOST_BEGINNINGS)
  return {
    over: asOf(last, left.filter(isOver)),
    again: left.filter((job) => !isOver(job)),
    holdMs: Math.min(LONGEST_WAIT_MS, failure?.retryAfterMs ?? Math.min(LONGEST_BREAK_MS, FIRST_WAIT_MS * 2 ** (breaks - 1))),
    breaks,
    givenUp: isGivenUp ? last : null,
  }
}
