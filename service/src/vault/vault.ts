import type { ProviderEndpoint } from '@vitrine/providers'

/**
 * Where secrets come from. What it hands out belongs to one request: it is not kept, not logged and not put into a span.
 *
 * *Shape*: `model` is the name the provider is sent. `keyId` names a key without telling it.
 *
 * *Errors*: `secret_missing` where there is no key; `unavailable` where the vault itself failed, which is never the same thing and is
 * never remembered.
 */
export interface Vault {
  /** The providers that were set up for this project. One that was not may still be resolved: a server on this machine that wants no key. */
  providersOf(projectId: string): ReadonlySet<string>
  resolve(projectId: string, provider: string, model: string): Promise<Resolution>
}

export type Resolution =
  | { readonly ok: true; readonly endpoint: ProviderEndpoint; readonly keyId: string }
  | { readonly ok: false; readonly code: 'secret_missing' | 'unavailable' }
