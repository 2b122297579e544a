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

export function createRunQueue<Job extends QueueJob>(options: {
  readonly limit: () => number
  /** Settles, and never rejects, when the job's place is free again. */
  readonly start: (job: Job) => Promise<void>
  /** Whether the next job may start now; where it may not, it is asked again when one ends. */
  readonly admits?: (job: Job) => boolean
  /** A job may not start, and nothing runs whose end could change that. */
  readonly onRefused?: (job: Job) => void
}): RunQueue<Job> {
  let waiting = new Map<string, Job>()
  let running = 0
  let isPaused = false

  async function occupy(job: Job): Promise<void> {
    running++
    await options.start(job)
    running--
    pump()
  }

  function pump(): void {
    for (const next of waiting.values()) {
      if (isPaused || running >= Math.max(1, options.limit())) return
      if (options.admits?.(next) === false) {
        if (running === 0) options.onRefused?.(next)
        return
      }
      waiting.delete(next.id)
      void occupy(next)
    }
  }

  return {
    get waiting() {
      return waiting
    },
    add(jobs) {
      for (const job of jobs) waiting.set(job.id, job)
      pump()
    },
    putBack(job) {
      const jobs = [...waiting.values(), job].toSorted((a, b) => a.order - b.order)
      waiting = new Map(jobs.map((each) => [each.id, each]))
      pump()
    },
    remove(id) {
      const job = waiting.get(id)
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
