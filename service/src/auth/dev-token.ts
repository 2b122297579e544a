import { DEVELOPMENT_PROJECT_ID, type DevTokenResponse } from '@vitrine/contracts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { type IssuedToken, issueToken } from './issue-token.ts'
import { type CallerFacts, isLocalCaller } from './local-caller.ts'

export interface DevTokenDeps {
  readonly secret: Uint8Array
  readonly issuer: string
  readonly audience: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const LIFETIME_SECONDS = 3600

/** A token of the local project for whoever runs the service on this machine. */
const issueDevToken = (deps: DevTokenDeps): Promise<IssuedToken> =>
  issueToken({ ...deps, subject: 'local', projects: [DEVELOPMENT_PROJECT_ID], nowMs: deps.now(), lifetimeSeconds: LIFETIME_SECONDS })

/** `GET /services/dev-token`. *Errors*: `project_forbidden` for callers from elsewhere. */
export async function giveDevToken(
  caller: CallerFacts,
  deps: DevTokenDeps,
): Promise<{ readonly ok: true; readonly body: DevTokenResponse } | Refusal> {
  if (!isLocalCaller(caller)) {
    return refuse(
      'project_forbidden',
      'Development tokens are given to callers on this machine only, not through proxies or from other pages.',
    )
  }
  const { token, expiresAt } = await issueDevToken(deps)
  return { ok: true, body: { token, project_id: DEVELOPMENT_PROJECT_ID, expires_at: expiresAt } }
}
