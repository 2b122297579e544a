import type { ClientFailure } from '@vitrine/client'
import type { ErrorDetail } from '@vitrine/contracts'
import { causeMeta } from '../messages/cause-meta.ts'
import type { CellFailure } from '../state/cell.ts'

/** The service's error or the client's failure as a cell shows it; `traceId` is the run's, where it is known from elsewhere. */
export function cellFailureOf(failure: ErrorDetail | ClientFailure, traceId: string | null): CellFailure {
  const known = ('trace_id' in failure ? failure.trace_id : 'traceId' in failure ? failure.traceId : undefined) ?? traceId ?? undefined
  return {
    code: failure.code,
    message: failure.message,
    ...(failure.meta === undefined ? {} : { meta: failure.meta }),
    ...(known === undefined ? {} : { traceId: known }),
    raw: { detail: failure },
  }
}

/** A run that the service ended without saying how. */
export const UNFINISHED: ClientFailure = {
  code: 'interrupted',
  message: 'The connection ended before the answer did. What came is kept.',
  meta: causeMeta('broke-off', {}),
}
