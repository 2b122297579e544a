import type { ErrorCode, ErrorDetail } from '@vitrine/contracts'

/** A stage says no. `headers` go out with the answer (`Allow`, `WWW-Authenticate`). */
export interface Refusal {
  readonly ok: false
  readonly error: ErrorDetail
  readonly headers?: Readonly<Record<string, string>>
}

/** A stage's way to say no: `message` alone tells cause and remedy. */
export const refuse = (
  code: ErrorCode,
  message: string,
  meta?: Readonly<Record<string, unknown>>,
  headers?: Readonly<Record<string, string>>,
): Refusal => ({
  ok: false,
  error: meta === undefined ? { message, code } : { message, code, meta },
  ...(headers === undefined ? {} : { headers }),
})

export const refuseWith = (error: ErrorDetail): Refusal => ({ ok: false, error })

/** What the caller may know when something broke inside: nothing but the ids that lead the operator to it. */
export const INTERNAL_REFUSAL: Refusal = refuse(
  'internal',
  'Something went wrong inside the service. Try again; if it stays, give the trace id to whoever runs it.',
)
