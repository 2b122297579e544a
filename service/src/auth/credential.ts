import { type Refusal, refuse } from '../http/refusal.ts'

export type Credential = { readonly ok: true; readonly kind: 'token' | 'api-key'; readonly value: string } | Refusal

/** Longer ones are refused unread. */
const MAX_LENGTH = 8192

export const unauthenticated = (message: string): Refusal =>
  refuse('unauthenticated', message, undefined, { 'WWW-Authenticate': 'Bearer, ApiKey' })

/** The only place where a credential is taken from a request: `Authorization` and nothing else, in one spelling of two schemes. */
export function readCredential(authorization: string | null): Credential {
  if (authorization === null || authorization === '') {
    return unauthenticated('The call carries no credential. Send Authorization: Bearer with a token of yours, or ApiKey with a key.')
  }
  const match = authorization.length > MAX_LENGTH ? null : /^(bearer|apikey) +([\w.~+/=-]+)$/i.exec(authorization)
  const [, scheme, value] = match ?? []
  if (scheme === undefined || value === undefined) {
    return unauthenticated('The Authorization header cannot be read. Send it once, as Bearer with a token or ApiKey with a key.')
  }
  return { ok: true, kind: scheme.toLowerCase() === 'bearer' ? 'token' : 'api-key', value }
}
