export interface QueueJob {
  readonly id: string
  /** Rises from job to job. */
  readonly order: number
}

/** Starts jobs in order, at most `limit` at a time. */
export interface RunQueue<Job extends QueueJob> {
  /** In the order in which they will start. */
  readonly waiting: ReadonlyMap<string, Job>
  add(jobs: readonly Job[]): void
  /** Back to where it was before it started. */
  putBack(job: Job): void
  /** Takes a job out that has not started. */
  remove(id: string): Job | undefined
  /** Starts nothing until `resume`; what runs goes on. */
  pause(): void
  resume(): void
  /** Starts what may start now, after the limit has changed. */
  pump(): void
}

export interface RunQueueOptions<Job extends QueueJob> {
  readonly limit: () => number
  /** Settles, and never rejects, when the job's place is free again. */
  readonly start: (job: Job) => Promise<void>
  /** Whether the next job may start now; where it may not, it is asked again when one ends. */
  readonly admits?: (job: Job) => boolean
  /** A job may not start, and nothing runs whose end could change that. */
  readonly onRefused?: (job: Job) => void
  /**
   * Starts no more than so many in one turn, none in the one that adds more than that, and the rest when `later` says so: thousands at once
   * would hold up the page.
   */
  readonly turn?: { readonly most: number; readonly later: (work: () => void) => void }
}

export function createRunQueue<Job extends QueueJob>({ limit, start, admits, onRefused, turn }: RunQueueOptions<Job>): RunQueue<Job> {
  let waiting = new Map<string, Job>()
  /** Put back, and not yet in its place: thousands that come back together are sorted once. */
  let returned: Job[] = []
  let running = 0
  let isPaused = false
  let isPutOff = false

  function inOrder(): Map<string, Job> {
    if (returned.length > 0) {
      const jobs = [...waiting.values(), ...returned].toSorted((a, b) => a.order - b.order)
      returned = []
      waiting = new Map(jobs.map((each) => [each.id, each]))
    }
    return waiting
  }

  async function occupy(job: Job): Promise<void> {
    running++
    await start(job)
    running--
    pump()
  }

  function putOff(): void {
    if (isPutOff) return
    isPutOff = true
    turn?.later(() => {
      isPutOff = false
      pump()
    })
  }

  function pump(): void {
    let started = 0
    const mayGoOn = () => !isPaused && !isPutOff && running < Math.max(1, limit())
    while (mayGoOn()) {
      const [next] = inOrder().values()
      if (next === undefined) return
      if (admits?.(next) === false) {
        if (running === 0) onRefused?.(next)
        return
      }
      if (turn !== undefined && started === turn.most) return putOff()
      started++
      waiting.delete(next.id)
      void occupy(next)
    }
  }

  return {
    get waiting() {
      return inOrder()
    },
    add(jobs) {
      for (const job of jobs) waiting.set(job.id, job)
      // Whoever adds thousands has worked enough for one turn.
      if (turn !== undefined && waiting.size > turn.most && running === 0) putOff()
      else pump()
    },
    putBack(job) {
      returned.push(job)
      pump()
    },
    remove(id) {
      const job = inOrder().get(id)
      waiting.delete(id)
      return job
    },
    pause() {
      isPaused = true
    },
    resume() {
      isPaused = false
      pump()
    },
    pump,
  }
}
