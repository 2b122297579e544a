import { type Environment, SettingProblem, readAddress, readText } from './setting.ts'

export type Mode = 'development' | 'production'

type SigningSettings =
  | { readonly kind: 'secret'; readonly secret: Uint8Array }
  | { readonly kind: 'jwks'; readonly url: string }
  /** Development without a secret of its own: one is kept in a file that server and `npm run token` both read. */
  | { readonly kind: 'development-secret' }

export interface AuthSettings {
  readonly signing: SigningSettings
  readonly issuer: string
  readonly audience: string
  readonly apiKeysFile: string | null
}

const MIN_SECRET_BYTES = 32

export function readAuthSettings(env: Environment, mode: Mode): AuthSettings {
  return {
    signing: readSigning(env, mode),
    issuer: readText(env, 'VITRINE_AUTH_ISSUER') ?? 'vitrine',
    audience: readText(env, 'VITRINE_AUTH_AUDIENCE') ?? 'vitrine',
    apiKeysFile: readText(env, 'VITRINE_API_KEYS_FILE') ?? null,
  }
}

function readSigning(env: Environment, mode: Mode): SigningSettings {
  const text = readText(env, 'VITRINE_AUTH_SECRET')
  const url = readAddress(env, 'VITRINE_AUTH_JWKS_URL')
  if (text !== undefined && url !== undefined) {
    throw new SettingProblem(
      'VITRINE_AUTH_SECRET and VITRINE_AUTH_JWKS_URL are both set, but tokens are checked in one way only. Unset one.',
    )
  }
  if (url !== undefined) return { kind: 'jwks', url }
  if (text === undefined) {
    if (mode === 'development') return { kind: 'development-secret' }
    throw new SettingProblem(
      'VITRINE_MODE is production, which needs VITRINE_AUTH_SECRET (32 bytes or more) or VITRINE_AUTH_JWKS_URL. Set one of them.',
    )
  }
  const secret = new TextEncoder().encode(text)
  if (secret.byteLength >= MIN_SECRET_BYTES) return { kind: 'secret', secret }
  throw new SettingProblem(
    `VITRINE_AUTH_SECRET has ${secret.byteLength} bytes, but must have at least ${MIN_SECRET_BYTES}. Use a longer one.`,
  )
}
