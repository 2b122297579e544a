import type { ErrorDetail } from '@vitrine/contracts'
import type { RunnerRequest } from '../worker/protocol.ts'
import type { RowRun } from './row-run.ts'

/** What a batch sends: everything that its rows have in common is made once. */
export interface BatchRequest {
  /** Why the run cannot be sent at all; null where it can. */
  refusalOf(run: RowRun): ErrorDetail | null
  requestFor(run: RowRun, token: string | null): RunnerRequest
  /** What the cell remembers of where its result comes from. */
  originOf(run: RowRun): Pick<RowRun['cell'], 'request' | 'provenance'>
}
