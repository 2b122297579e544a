import type { BatchSummary } from './batch-summary.ts'
import type { ExecutionResult } from './state/execution-result.ts'
import type { CellRef } from './state/output-ref.ts'
import type { PlaygroundSnapshot } from './state/snapshot.ts'

/** Why rows run on the page's own thread. */
export type FallbackReason = 'csp' | 'trusted-types' | 'cross-origin' | 'load' | 'timeout'

/** Which run: `runId` names the batch, `rowId` the test case; `repetition` counts from 0. */
interface RunOfRow extends CellRef {
  readonly runId: string
}

/** What a host can be told. `rows` counts runs: a row under two variants is two. */
export type PlaygroundEvent =
  | { readonly type: 'ready'; readonly contract: string }
  | { readonly type: 'change'; readonly state: PlaygroundSnapshot }
  | { readonly type: 'run-start'; readonly runId: string; readonly rows: number }
  | ({ readonly type: 'row-start' } & RunOfRow)
  /** At most once a frame for each run; `result` holds what has arrived so far. */
  | ({ readonly type: 'row-chunk'; readonly result: ExecutionResult } & RunOfRow)
  | ({ readonly type: 'row-end'; readonly result: ExecutionResult } & RunOfRow)
  | { readonly type: 'run-end'; readonly summary: BatchSummary }
  | { readonly type: 'worker-fallback'; readonly reason: FallbackReason }
  | { readonly type: 'auth-required' }
  | { readonly type: 'error'; readonly error: { readonly code: string; readonly message: string; readonly traceId?: string } }

type PlaygroundListener = (event: PlaygroundEvent) => void

/** The events of one mount. */
export interface PlaygroundEvents {
  /** Answers with what ends the subscription. Who names one type hears that alone. */
  subscribe(listener: PlaygroundListener, only?: PlaygroundEvent['type']): () => void
  emit(event: PlaygroundEvent): void
  /** Whether anybody would hear such an event: spares the making of those that nobody reads. */
  isHeard(type: PlaygroundEvent['type']): boolean
}

/** A listener that throws disturbs neither the others nor the run; its error reaches the page like every other error. */
export function createEvents(report: (error: unknown) => void): PlaygroundEvents {
  const listeners = new Map<PlaygroundListener, PlaygroundEvent['type'] | undefined>()
  /** A page may refuse its worker before anybody can listen; who comes later hears of it then. */
  let fallback: PlaygroundEvent | null = null

  function tell(listener: PlaygroundListener, event: PlaygroundEvent): void {
    try {
      listener(event)
    } catch (error) {
      report(error)
    }
  }

  return {
    subscribe(listener, only) {
      const own: PlaygroundListener = (event) => listener(event)
      listeners.set(own, only)
      if (fallback && (only === undefined || only === fallback.type)) tell(own, fallback)
      return () => void listeners.delete(own)
    },
    emit(event) {
      if (event.type === 'worker-fallback') fallback = event
      for (const [listener, only] of listeners) if (only === undefined || only === event.type) tell(listener, event)
    },
    isHeard: (type) => [...listeners.values()].some((only) => only === undefined || only === type),
  }
}
