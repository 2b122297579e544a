import type { ErrorCode, ErrorDetail } from '@vitrine/contracts'

/** The one table of what an error is in HTTP. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  token_expired: 401,
  project_forbidden: 403,
  model_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  idempotency_in_flight: 409,
  conflict: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  invalid_request: 422,
  template_syntax: 422,
  template_forbidden: 422,
  missing_variables: 422,
  template_limit: 422,
  unknown_model: 422,
  secret_missing: 422,
  unsupported_parameter: 422,
  invalid_tools: 422,
  invalid_response_schema: 422,
  idempotency_mismatch: 422,
  context_length_exceeded: 422,
  rate_limited: 429,
  quota_exceeded: 429,
  provider_rate_limited: 429,
  cancelled: 499,
  provider_error: 500,
  internal: 500,
  unavailable: 503,
  provider_circuit_open: 503,
  draining: 503,
  deadline_exceeded: 504,
  provider_timeout: 504,
}

/** Seconds to wait where whoever refused did not say; codes that are absent carry no `Retry-After`. */
const RETRY_AFTER_SECONDS: Readonly<Partial<Record<ErrorCode, number>>> = {
  rate_limited: 1,
  quota_exceeded: 60,
  provider_rate_limited: 1,
  unavailable: 5,
  provider_circuit_open: 30,
  draining: 5,
}

export const statusOf = (code: ErrorCode): number => STATUS[code]

/** Whole seconds for `Retry-After`, rounded up so that nobody comes back too early; null where the header does not belong. */
export function retryAfterSeconds(error: ErrorDetail): number | null {
  const fallback = RETRY_AFTER_SECONDS[error.code]
  if (fallback === undefined) return null
  const asked = error.meta?.['retry_after_ms']
  return typeof asked === 'number' && Number.isFinite(asked) && asked > 0 ? Math.ceil(asked / 1000) : fallback
}
