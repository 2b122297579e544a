import { createHash } from 'node:crypto'
import { LONGEST_IDEMPOTENCY_KEY } from '@vitrine/contracts'
import { type Refusal, refuse } from '../http/refusal.ts'
import type { IdempotencyClaim, IdempotencyScope, IdempotencyState, IdempotencyStore } from './idempotency-store.ts'
import type { JoinedRun, KeptResult } from './kept-result.ts'

/** Either the run is to be run, and its result handed to the claim where there is one; or there is a result already; or neither. */
export type RunClaim =
  | { readonly ok: true; readonly claim: IdempotencyClaim | null; readonly kept: null }
  | { readonly ok: true; readonly claim: null; readonly kept: KeptResult }
  | Refusal

/** A run without a key. */
export const UNCLAIMED: RunClaim = { ok: true, claim: null, kept: null }

const IN_FLIGHT = refuse(
  'idempotency_in_flight',
  'The same request with this idempotency key is running now. Wait until it has ended, then send it again to get its result.',
)
const MISMATCH = refuse(
  'idempotency_mismatch',
  'This idempotency key was used with another request. Take a new key, or send the request that it belongs to.',
)

const fingerprintOf = (parts: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length} ${part}`)
  return hash.digest('base64')
}

/** `parts`: what makes the request the one it is. */
export function claimRun(store: IdempotencyStore, scope: IdempotencyScope, parts: readonly string[]): RunClaim {
  const state = store.claim(scope, fingerprintOf(parts))
  return state.state === 'in-flight' ? IN_FLIGHT : claimOf(state)
}

/**
 * The same for one of many that `owner` runs. What somebody else runs just now is waited for: it may be for a connection that is gone, and
 * whoever comes back is not to pay twice. What ends without a result is claimed anew.
 */
export async function claimOrJoin(
  store: IdempotencyStore,
  scope: IdempotencyScope,
  parts: readonly string[],
  owner: object,
  wait: (run: JoinedRun) => Promise<KeptResult | null | Refusal>,
): Promise<RunClaim> {
  const fingerprint = fingerprintOf(parts)
  for (;;) {
    const state = store.claim(scope, fingerprint, owner)
    if (state.state !== 'in-flight') return claimOf(state)
    if (state.owner === owner || state.owner === null) return IN_FLIGHT
    const waited = await wait(state.join())
    if (waited === null) continue
    return 'ok' in waited ? waited : { ok: true, claim: null, kept: waited }
  }
}

function claimOf(state: Exclude<IdempotencyState, { state: 'in-flight' }>): RunClaim {
  if (state.state === 'claimed') return { ok: true, claim: state.claim, kept: null }
  if (state.state === 'kept') return { ok: true, claim: null, kept: state.result }
  return MISMATCH
}

/** The key of a single run; null where it has none. */
export function readIdempotencyKey(headers: Headers): { readonly ok: true; readonly key: string | null } | Refusal {
  const key = headers.get('idempotency-key')
  if (key === null || (key !== '' && key.length <= LONGEST_IDEMPOTENCY_KEY)) return { ok: true, key }
  const message = `must have 1 to ${LONGEST_IDEMPOTENCY_KEY} characters`
  return refuse('invalid_request', `The header Idempotency-Key cannot be used: it ${message}.`, {
    issues: [{ path: 'Idempotency-Key', message }],
  })
}
