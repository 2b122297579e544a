import type { ErrorDetail } from '@vitrine/contracts'
import { asFilled, asObject, isObject, type Json } from '../dialect/json.ts'
import { readInnerFailure } from '../dialect/read-failure.ts'

type Headers = Readonly<Record<string, string>>

/**
 * The error of an `error` event. It comes flat, nested, or both at once: then the outer words count, and the inner ones fill in what they
 * leave open.
 */
export function errorOfEvent({ error: inner, ...event }: Json, headers: Headers): ErrorDetail {
  const said = ['code', 'message', 'param'].flatMap((name) => (asFilled(event[name]) === null ? [] : [[name, event[name]]]))
  const nested = typeof inner === 'string' ? { message: inner } : asObject(inner)
  return readInnerFailure({ error: { ...nested, ...Object.fromEntries(said) } }, headers).error
}

/** The error of a response that failed. */
export function errorOfResponse(response: Json, headers: Headers): ErrorDetail {
  const { error } = response
  return isObject(error) || typeof error === 'string' ? readInnerFailure({ error }, headers).error : UNEXPLAINED
}

const UNEXPLAINED: ErrorDetail = {
  code: 'provider_error',
  message: 'The provider says that the stream failed, and not why. What had arrived is kept. Run it again.',
  meta: { provider_code: 'failed', retryable: true },
}
