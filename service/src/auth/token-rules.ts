import { fileURLToPath } from 'node:url'
import { createRemoteJWKSet } from 'jose'
import type { AuthSettings, Mode } from '../config/auth-settings.ts'
import { SettingProblem } from '../config/setting.ts'
import { developmentSecret } from './development-secret.ts'
import type { TokenRules } from './verify-token.ts'

/** Ignored by git, and shared by every process that is started from this copy of the project. */
const DATA_FOLDER = fileURLToPath(new URL('../../../.data', import.meta.url))

const SHARED_SECRET = ['HS256'] as const
const PUBLISHED_KEYS = ['RS256', 'ES256', 'EdDSA'] as const

/** The key that tokens of this installation are signed with; null where they are signed by somebody else. */
export function signingSecret({ signing }: AuthSettings, random: () => string): Uint8Array | null {
  if (signing.kind === 'jwks') return null
  if (signing.kind === 'secret') return signing.secret
  try {
    return developmentSecret(DATA_FOLDER, random)
  } catch (cause) {
    throw new SettingProblem(cause instanceof Error ? cause.message : `${DATA_FOLDER} cannot be used. Make it writable.`)
  }
}

/** How tokens are checked; and, in development, what they are signed with. */
export function createTokenRules(
  auth: AuthSettings,
  mode: Mode,
  random: () => string,
): { readonly rules: TokenRules; readonly developmentSecret: Uint8Array | null } {
  const secret = signingSecret(auth, random)
  const common = { issuer: auth.issuer, audience: auth.audience, allowsAllProjects: mode === 'development' }
  const developmentOnly = mode === 'development' ? secret : null
  if (secret !== null) return { rules: { ...common, key: secret, algorithms: SHARED_SECRET }, developmentSecret: developmentOnly }
  const url = auth.signing.kind === 'jwks' ? auth.signing.url : ''
  return { rules: { ...common, key: createRemoteJWKSet(new URL(url)), algorithms: PUBLISHED_KEYS }, developmentSecret: null }
}
