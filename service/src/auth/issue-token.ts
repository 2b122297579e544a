import { SignJWT } from 'jose'

export interface TokenRequest {
  readonly secret: Uint8Array
  readonly issuer: string
  readonly audience: string
  readonly subject: string
  readonly projects: readonly string[]
  /** Milliseconds since 1970. */
  readonly nowMs: number
  readonly lifetimeSeconds: number
}

export interface IssuedToken {
  readonly token: string
  /** ISO 8601, UTC. */
  readonly expiresAt: string
}

/** Signs a token with the shared secret. @see running.md, Tokens */
export async function issueToken(request: TokenRequest): Promise<IssuedToken> {
  const issuedAt = Math.floor(request.nowMs / 1000)
  const expiresAt = issuedAt + request.lifetimeSeconds
  const token = await new SignJWT({ projects: [...request.projects] })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(request.subject)
    .setIssuer(request.issuer)
    .setAudience(request.audience)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(request.secret)
  return { token, expiresAt: new Date(expiresAt * 1000).toISOString() }
}
