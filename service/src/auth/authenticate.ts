import type { Refusal } from '../http/refusal.ts'
import { type ApiKeyTable, verifyApiKey } from './api-keys.ts'
import { readCredential } from './credential.ts'
import type { Principal } from './principal.ts'
import { type TokenRules, verifyToken } from './verify-token.ts'

export type Authentication = { readonly ok: true; readonly principal: Principal } | Refusal
export type Authenticate = (authorization: string | null) => Authentication | Promise<Authentication>

interface Verified {
  readonly authentication: Authentication
  readonly untilMs: number
}

/** A token that was good stays good for so long without another look, and never beyond its own end. */
const CACHE_MS = 60_000
const CACHE_ENTRIES = 1000

export interface AuthenticateOptions {
  readonly rules: TokenRules
  readonly apiKeys: ApiKeyTable
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Checks credentials. Only what was accepted is remembered: a refusal is worked out anew each time. */
export function createAuthenticate({ rules, apiKeys, now }: AuthenticateOptions): Authenticate {
  const verified = new Map<string, Verified>()
  const remember = (token: string, authentication: Authentication, untilMs: number): void => {
    const oldest = verified.size >= CACHE_ENTRIES ? verified.keys().next().value : undefined
    if (oldest !== undefined) verified.delete(oldest)
    verified.set(token, { authentication, untilMs })
  }
  const checkToken = async (token: string): Promise<Authentication> => {
    const nowMs = now()
    const verification = await verifyToken(token, rules, nowMs)
    if (!verification.ok) return verification
    const authentication: Authentication = { ok: true, principal: verification.principal }
    remember(token, authentication, Math.min(nowMs + CACHE_MS, verification.expiresAtMs))
    return authentication
  }
  return (authorization) => {
    const credential = readCredential(authorization)
    if (!credential.ok) return credential
    if (credential.kind === 'api-key') return verifyApiKey(credential.value, apiKeys)
    const known = verified.get(credential.value)
    if (known !== undefined && known.untilMs > now()) return known.authentication
    verified.delete(credential.value)
    return checkToken(credential.value)
  }
}
