/** A place among the calls of one provider key. */
export interface Ticket {
  /** Null where the call may start at once; else it resolves when its turn has come. */
  readonly turn: Promise<void> | null
  /** Frees the place, or gives up the wait. */
  release(): void
}

export interface Concurrency {
  /** *Errors*: null where so many wait already that another one would only time out. */
  enter(key: string, owner: string): Ticket | null
}

interface Waiting {
  readonly start: () => void
}
interface Lane {
  running: number
  waiting: number
  /** One line per owner, served in turn: a big batch of one project does not hold up the single run of another. */
  readonly lines: Map<string, Waiting[]>
}

/** How many may wait for each place: more would be waiting longer than a deadline allows. */
const WAITING_PER_PLACE = 16

/** Bounds how many calls one provider key makes at once. The wait is a queue with an end: callers beyond it are told to come back. */
export function createConcurrency(limit: number): Concurrency {
  const lanes = new Map<string, Lane>()

  function startNext(lane: Lane): void {
    const next = lane.lines.entries().next().value
    if (next === undefined) return
    const [owner, line] = next
    const first = line.shift()
    lane.lines.delete(owner)
    if (line.length > 0) lane.lines.set(owner, line)
    if (first === undefined) return
    lane.waiting--
    lane.running++
    first.start()
  }

  function leave(key: string, lane: Lane): void {
    lane.running--
    startNext(lane)
    if (lane.running === 0) lanes.delete(key)
  }

  function waitIn(key: string, lane: Lane, owner: string): Ticket {
    const { promise, resolve } = Promise.withResolvers<void>()
    let state: 'waiting' | 'running' | 'over' = 'waiting'
    const line = lane.lines.get(owner) ?? []
    const place: Waiting = {
      start: () => {
        state = 'running'
        resolve()
      },
    }
    line.push(place)
    lane.lines.set(owner, line)
    lane.waiting++
    return {
      turn: promise,
      release() {
        if (state === 'waiting') {
          line.splice(line.indexOf(place), 1)
          if (line.length === 0) lane.lines.delete(owner)
          lane.waiting--
        }
        if (state === 'running') leave(key, lane)
        state = 'over'
      },
    }
  }

  return {
    enter(key, owner) {
      const lane = lanes.get(key) ?? { running: 0, waiting: 0, lines: new Map<string, Waiting[]>() }
      lanes.set(key, lane)
      if (lane.running >= limit) return lane.waiting < limit * WAITING_PER_PLACE ? waitIn(key, lane, owner) : null
      lane.running++
      let over = false
      return {
        turn: null,
        release() {
          if (!over) leave(key, lane)
          over = true
        },
      }
    },
  }
}
