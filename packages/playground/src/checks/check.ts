/** Why a check of somebody else's is kept but cannot be evaluated here. */
export type UnknownCheckReason = 'runs-code' | 'reads-file' | 'calls-out' | 'no-counterpart'

interface CheckNotes {
  /** The name under which scores are summed up. */
  readonly metric?: string
  readonly weight?: number
  /** What a file says of the check that no field here means; goes back into a file of the same kind as it is. */
  readonly foreign?: Readonly<Record<string, unknown>>
}

/**
 * What an answer is held against, as data: nothing in it is ever executed.
 *
 * *Shape*: `value` of `equals` null means the case's own expected value. `schema` of `matches-schema` null means the schema of the
 * response format. A rubric's `threshold` runs from 0 to 1. `unknown` is a check of another tool that has no counterpart here, under
 * its own name: it neither passes nor fails.
 * *Units*: `tokens` output tokens, `costUsd` USD, `latencyMs` milliseconds.
 */
export type Check = CheckNotes &
  (
    | { readonly type: 'equals'; readonly value: string | null }
    | { readonly type: 'contains' | 'not-contains' | 'icontains'; readonly value: string }
    | { readonly type: 'regex'; readonly pattern: string }
    | { readonly type: 'is-json' }
    | { readonly type: 'matches-schema'; readonly schema: Readonly<Record<string, unknown>> | null }
    | { readonly type: 'max-tokens'; readonly tokens: number }
    | { readonly type: 'max-cost'; readonly costUsd: number }
    | { readonly type: 'max-latency'; readonly latencyMs: number }
    | { readonly type: 'rubric'; readonly rubric: string; readonly model?: string; readonly threshold?: number }
    | {
        readonly type: 'unknown'
        readonly name: string
        readonly value?: unknown
        readonly threshold?: number
        readonly reason: UnknownCheckReason
      }
  )
export type CheckType = Check['type']
