import type { Cell } from '../state/cell.ts'

/** Refused before any provider was asked. */
const FREE: ReadonlySet<string> = new Set([
  'unauthenticated',
  'token_expired',
  'project_forbidden',
  'auth_required',
  'model_not_allowed',
  'not_found',
  'method_not_allowed',
  'not_acceptable',
  'body_too_large',
  'unsupported_media_type',
  'invalid_request',
  'template_syntax',
  'template_forbidden',
  'template_limit',
  'missing_variables',
  'unknown_model',
  'secret_missing',
  'unsupported_parameter',
  'invalid_tools',
  'invalid_response_schema',
  'rate_limited',
  'quota_exceeded',
  'provider_circuit_open',
  'draining',
  'offline',
])

/**
 * What a run that is over has cost. A run that failed or was stopped on its way may have been charged for as well: where nobody said,
 * that is not known, and not nothing.
 *
 * *Units*: USD; null is unknown.
 */
export function spentUsd({ cost, state, failure }: Cell): number | null {
  if (cost !== null) return cost.totalUsd
  return state === 'failed' && FREE.has(failure?.code ?? '') ? 0 : null
}
