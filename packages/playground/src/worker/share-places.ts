import { MOST_ROWS_AT_ONCE } from '@vitrine/contracts'

/** Batches that are open at once. A browser opens six connections to an HTTP/1.1 origin, and the page needs some itself. */
export const MOST_STREAMS = 4

/** What a batch should take: rows wait in it that a stop or another limit does not reach any more. Milliseconds. */
const BATCH_MS = 5000
const LEAST_DEPTH = 4
const MOST_DEPTH = 64
/** Rows for each place while nothing is known of how long they take. */
const FIRST_DEPTH = 10

export interface Standing {
  /** Places that are taken by nobody, at least one. */
  readonly free: number
  /** How many runs may be carried out at a time. */
  readonly limit: number
  /** Batches that are open. */
  readonly streams: number
  /** Groups that wait, this one among them. */
  readonly groups: number
  /** Places that this one has already. */
  readonly own: number
  /** Taken places that are free as soon as the rows on them end, because their batches have no more. */
  readonly ending: number
  /** Runs of this one that are in its batches and have no end. */
  readonly begun: number
  /** Runs of this group that wait. */
  readonly waiting: number
  /** What a row of this group takes; null while none has ended. Milliseconds. */
  readonly rowMs: number | null
}

/** How many rows the next batch of a group holds, and how many of them run at once. */
export interface Share {
  readonly places: number
  readonly rows: number
}

/**
 * The next batch of a group; null where it is better to wait for more places that are about to be free. All batches together never take
 * more places than there are: the places of one that has fewer rows left than places are free for the next one.
 */
export function sharePlaces({ free, limit, streams, groups, own, ending, begun, waiting, rowMs }: Standing): Share | null {
  if (streams >= MOST_STREAMS) return null
  const all = Math.min(limit, MOST_ROWS_AT_ONCE)
  const fair = Math.ceil(all / Math.min(groups, MOST_STREAMS))
  const places = Math.min(waiting, free, all, Math.max(1, fair - own))
  const isFew = ending > 0 && places < Math.ceil(all / MOST_STREAMS) && places < waiting
  const isOthersTurn = groups > 1 && own >= fair
  if (free < limit && (isFew || isOthersTurn)) return null
  const depth = rowMs === null ? FIRST_DEPTH : Math.min(MOST_DEPTH, Math.max(LEAST_DEPTH, Math.round(BATCH_MS / Math.max(1, rowMs))))
  // No more than its part of what is left, so that all batches end together: a narrow one with the whole rest in it would be the last. No
  // less either: what is left over goes in one small batch after the other, and each of them costs its way to the service.
  const part = Math.ceil(((waiting + begun) * places) / all)
  return { places, rows: Math.min(waiting, Math.max(places, Math.min(places * depth, part))) }
}
