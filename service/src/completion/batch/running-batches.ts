/** Whose batches, and of which run. */
export interface BatchName {
  readonly projectId: string
  readonly subjectHash: string
  readonly runId: string
}

/** Ends those of the rows that have not ended; says how many. */
export type StopRows = (rowIds: readonly string[]) => number

/** The batches that this process carries out, so that their callers can end rows of them. A run may have several. */
export interface RunningBatches {
  /** Answers with what takes the batch out again. */
  enter(name: BatchName, stop: StopRows): () => void
  stop(name: BatchName, rowIds: readonly string[]): number
}

export function createRunningBatches(): RunningBatches {
  const batches = new Map<string, Set<StopRows>>()
  const keyOf = ({ projectId, subjectHash, runId }: BatchName): string => `${projectId} ${subjectHash} ${runId}`
  return {
    enter(name, stop) {
      const key = keyOf(name)
      const stops = batches.get(key) ?? new Set()
      batches.set(key, stops.add(stop))
      return () => {
        stops.delete(stop)
        if (stops.size === 0 && batches.get(key) === stops) batches.delete(key)
      }
    },
    stop: (name, rowIds) => [...(batches.get(keyOf(name)) ?? [])].reduce((stopped, stop) => stopped + stop(rowIds), 0),
  }
}
