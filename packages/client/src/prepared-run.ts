import type { ChatTestRequest, CompletionTestRequest, RawRequest, RunMode, WireDetail } from '@vitrine/contracts'

export interface RunOptions {
  readonly signal?: AbortSignal
  /** How much of the provider's wire comes back. */
  readonly wire?: WireDetail
  /** Milliseconds that the service may take for the whole run. */
  readonly deadlineMs?: number
  /** Told to the service, so that the runs of one batch can be found together. */
  readonly runId?: string
  readonly rowId?: string
  /** False asks for one JSON document: the run then yields nothing but `result` or a failure. */
  readonly stream?: boolean
  /** The same run sent again with the same key is answered with its first result, for as long as the service keeps that. At most 255 characters. */
  readonly idempotencyKey?: string
  /** A trace context of the caller's; without it every run begins a trace. */
  readonly traceparent?: string
}

/** One run with everything it needs in it: no token is asked for and nothing is tried twice. Plain data but for the signal. */
export interface PreparedRun {
  /** As `serviceAddress` gives it. */
  readonly prefix: string
  readonly projectId: string
  readonly mode: RunMode
  readonly body: CompletionTestRequest | ChatTestRequest
  readonly token: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly options: RunOptions
}

/** The same for a body in a provider's own words. */
export interface PreparedRaw extends Omit<PreparedRun, 'body'> {
  readonly action: 'raw'
  readonly body: RawRequest
}
