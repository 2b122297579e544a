import type { ClientFailure, PreparedRun, RunOptions } from '@vitrine/client'
import type { StreamEvent } from '@vitrine/contracts'

/** One run as it is handed over: plain data, with the token in it, because only the page's realm can ask for one. */
export interface RunnerRequest extends Omit<PreparedRun, 'options'> {
  readonly options: Omit<RunOptions, 'signal'> &
    RunRef & {
      /**
       * Names the runs that differ in nothing but their row: service, project, mode, prompt and settings are the same. Those of a group of
       * more than twenty are carried out together, over few connections. `group` is never sent.
       */
      readonly group?: string
    }
}

/** Which run: a row may run again while late news of its last run is still under way. */
export interface RunRef {
  readonly runId: string
  readonly rowId: string
}

/** `ok`: the service ended the run with `result` or `error`, which was among the events. Otherwise why it did not. */
export type RunOutcome = { readonly ok: true } | { readonly ok: false; readonly failure: ClientFailure }

/**
 * Something that happened to a run: its request went out, or the service said something. A run of a group is `sent` when the service has
 * begun with its row; where its connection broke it is sent once more, and what was said before that is void.
 *
 * *Units*: `agoMs` is how long before it was told, in milliseconds; the clock of another thread is another clock.
 */
export interface RunStep {
  readonly event: StreamEvent | { readonly type: 'sent' }
  readonly agoMs: number
}

export type OnSteps = (steps: readonly RunStep[]) => void

/**
 * Where runs are carried out: in the order in which they are handed over, so many at a time, the next one as soon as one ends. As many
 * runs of a group as there are can be handed over at once. It
 * never rejects and never stays silent: every run has an outcome, also when it is cancelled, when the runner is disposed of, when
 * nothing is heard for too long, and when a worker dies. Nothing is told of a run after its outcome.
 */
export interface Runner {
  run(request: RunnerRequest, onSteps: OnSteps): Promise<RunOutcome>
  /** How many are carried out at a time; without it, all. */
  limit(count: number): void
  cancel(runId: string, rowId: string): void
  dispose(): void
}

/** What of one run has happened since the last post. */
export interface RunNews extends RunRef {
  readonly steps: readonly RunStep[]
  readonly outcome: RunOutcome | null
}

/**
 * What the worker offers. Calls go one way: answers come through the sink.
 *
 * *Shape*: `news` is `RunNews[]` as JSON. All of it came as JSON or is as plain, and a browser reads a text in a sixth of the time that it
 * takes to copy the objects: of thousands of results that time is the page's own.
 */
export interface WorkerApi {
  connect(sink: (news: string) => void): void
  limit(count: number): void
  start(requests: readonly RunnerRequest[]): void
  cancel(runs: readonly RunRef[]): void
  /** Whether it is alive. */
  ping(): true
}

export const runKey = ({ runId, rowId }: RunRef): string => `${runId} ${rowId}`
