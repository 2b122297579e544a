import { type JWTPayload, type JWTVerifyGetKey, errors, jwtVerify } from 'jose'
import { type Refusal, refuse } from '../http/refusal.ts'
import { unauthenticated } from './credential.ts'
import { fingerprint } from './fingerprint.ts'
import type { Principal } from './principal.ts'

/** Seconds that two clocks may differ. */
const CLOCK_SKEW_SECONDS = 60

export interface TokenRules {
  /** The shared secret, or a look-up among the published keys of an issuer. */
  readonly key: Uint8Array | JWTVerifyGetKey
  /** Pinned by configuration: what a token says about itself decides nothing. */
  readonly algorithms: readonly string[]
  readonly issuer: string
  readonly audience: string
  /** Whether `*` among the projects opens all of them: in development only. */
  readonly allowsAllProjects: boolean
}

export type TokenVerification =
  /** `expiresAtMs`: when the token ends, the allowed clock difference included. */
  { readonly ok: true; readonly principal: Principal; readonly expiresAtMs: number } | Refusal

const CLAIM_ADVICE: Readonly<Record<string, string>> = {
  iss: 'was issued by somebody else than this service expects',
  aud: 'is meant for another audience',
  nbf: 'is not valid yet',
  exp: 'has no expiry',
  sub: 'has no subject',
}

function projectsOf(payload: JWTPayload, allowsAll: boolean): ReadonlySet<string> | 'all' {
  const claim = payload['projects']
  const names = Array.isArray(claim) ? claim.filter((name): name is string => typeof name === 'string') : []
  return allowsAll && names.includes('*') ? 'all' : new Set(names.map((name) => name.toLowerCase()))
}

function refusalFor(problem: unknown): Refusal {
  if (problem instanceof errors.JWTExpired) {
    return refuse('token_expired', 'The token has expired. Get a new one and call again.', undefined, {
      'WWW-Authenticate': 'Bearer error="invalid_token"',
    })
  }
  if (problem instanceof errors.JWTClaimValidationFailed) {
    const reason = CLAIM_ADVICE[problem.claim] ?? 'holds a claim that cannot be used'
    return unauthenticated(`The token ${reason}. Get one from the issuer this service is configured for.`)
  }
  if (problem instanceof errors.JWKSTimeout || problem instanceof errors.JWKSInvalid || !(problem instanceof errors.JOSEError)) {
    return refuse('unavailable', 'The keys that tokens are checked with cannot be fetched at the moment. Try again shortly.')
  }
  return unauthenticated('The token cannot be trusted: it is damaged, or it was signed in another way or with another key. Get a new one.')
}

/** *Errors*: `token_expired`, `unauthenticated`; `unavailable` where the issuer's keys cannot be fetched. */
export async function verifyToken(token: string, rules: TokenRules, nowMs: number): Promise<TokenVerification> {
  const options = {
    algorithms: [...rules.algorithms],
    issuer: rules.issuer,
    audience: rules.audience,
    clockTolerance: CLOCK_SKEW_SECONDS,
    requiredClaims: ['exp', 'sub'],
    currentDate: new Date(nowMs),
  }
  try {
    const { key } = rules
    const { payload } = typeof key === 'function' ? await jwtVerify(token, key, options) : await jwtVerify(token, key, options)
    const { exp = 0, sub = '' } = payload
    return {
      ok: true,
      principal: { kind: 'token', subjectHash: fingerprint(sub), projects: projectsOf(payload, rules.allowsAllProjects) },
      expiresAtMs: (exp + CLOCK_SKEW_SECONDS) * 1000,
    }
  } catch (problem) {
    return refusalFor(problem)
  }
}
