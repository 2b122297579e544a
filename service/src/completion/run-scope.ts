import type { WireDetail } from '@vitrine/contracts'
import type { CallNote } from '@vitrine/providers'
import type { CaptureMode } from '../config/telemetry-settings.ts'
import type { AnswerForm } from '../http/negotiate.ts'
import type { RequestClock } from '../middleware/request-clock.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { RequestTrace } from '../telemetry/request-trace.ts'
import type { Ticket } from './concurrency.ts'

/** What surrounds one run. */
export interface RunScope {
  readonly trace: RequestTrace
  readonly clock: RequestClock
  readonly requestId: string
  /** Aborted with an `AbortCause`. */
  readonly signal: AbortSignal
  /** When the signal will be aborted, in milliseconds since the request was accepted. */
  readonly deadlineMs: number
  readonly ticket: Ticket
  readonly form: AnswerForm
  readonly wire: WireDetail
  readonly capture: CaptureMode
  readonly metrics: Metrics
  /** What an adapter says of a call, for the log. */
  readonly onNote: (note: CallNote) => void
  /** Something broke that must not: for the log, not for the caller. */
  readonly onFault: (cause: unknown) => void
}
