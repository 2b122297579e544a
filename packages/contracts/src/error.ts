/** Every code an error of the service can carry. Which HTTP status a code has is known to the service alone. */
export const ERROR_CODES = [
  'unauthenticated',
  'token_expired',
  'project_forbidden',
  'model_not_allowed',
  'not_found',
  'method_not_allowed',
  'not_acceptable',
  'body_too_large',
  'unsupported_media_type',
  'idempotency_in_flight',
  'conflict',
  'invalid_request',
  'template_syntax',
  'template_forbidden',
  'missing_variables',
  'template_limit',
  'unknown_model',
  'secret_missing',
  'unsupported_parameter',
  'invalid_tools',
  'invalid_response_schema',
  'idempotency_mismatch',
  'context_length_exceeded',
  'rate_limited',
  'quota_exceeded',
  'provider_rate_limited',
  'cancelled',
  'provider_error',
  'internal',
  'unavailable',
  'provider_circuit_open',
  'draining',
  'deadline_exceeded',
  'provider_timeout',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * An error as it crosses a wire or a thread. `message` alone tells cause and remedy; it never holds a secret, a stack trace or a
 * provider's body.
 *
 * *Shape*: `meta` by code. `invalid_request`: `issues: {path, message}[]`. Template codes: `location` (`messages[1].content[0].text`),
 * `line`, `column`, and where it is known `cause: {kind, values}`, the same as `message` for whoever says it in another language.
 * `missing_variables`: `names`, `candidates`, `location`. `secret_missing`: `provider`, `settings` (any of
 * these, set where the service runs, would mend it). Provider codes:
 * `provider_status`, `provider_code`, `provider_message`, `request_id`, `retryable`, `retry_after_ms`, `attempts`, `provider` (its
 * body, redacted), `interrupted: true` where a stream ended without its end.
 */
export interface ErrorDetail {
  readonly message: string
  readonly code: ErrorCode
  readonly meta?: Readonly<Record<string, unknown>>
  readonly trace_id?: string
  readonly span_id?: string
}

export interface ErrorBody {
  readonly detail: ErrorDetail
}
