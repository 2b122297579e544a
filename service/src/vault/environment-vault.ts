import type { DemoProvider } from '@vitrine/providers'
import { fingerprint } from '../auth/fingerprint.ts'
import type { ProviderAccess } from '../config/provider-settings.ts'
import type { Resolution, Vault } from './vault.ts'

const MISSING: Resolution = { ok: false, code: 'secret_missing' }

export interface EnvironmentSecrets {
  readonly access: ReadonlyMap<string, ProviderAccess>
  /** Local servers that nobody set up and that may be asked all the same; without a key. */
  readonly loopback: ReadonlyMap<string, ProviderAccess>
  readonly demo: DemoProvider
}

/** The keys of the environment, the same for every project, and the built-in demo provider, which needs none from anybody. */
export function createEnvironmentVault({ access, loopback, demo }: EnvironmentSecrets): Vault {
  const keyIds = new Map([...access].map(([name, { apiKey }]) => [name, apiKey === null ? 'none' : fingerprint(apiKey)]))
  const providers: ReadonlySet<string> = new Set(['demo', ...access.keys()])
  return {
    providersOf: () => providers,
    resolve(_projectId, provider, model) {
      if (provider === 'demo') {
        return Promise.resolve({ ok: true, endpoint: { baseUrl: demo.baseUrlFor(model), apiKey: demo.apiKey }, keyId: 'demo' })
      }
      const found = access.get(provider) ?? loopback.get(provider)
      return Promise.resolve(found === undefined ? MISSING : { ok: true, endpoint: { ...found }, keyId: keyIds.get(provider) ?? 'none' })
    },
  }
}
