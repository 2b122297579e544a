import { type Refusal, refuse } from '../http/refusal.ts'
import type { RequestClock } from '../middleware/request-clock.ts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'
import type { RequestTrace } from '../telemetry/request-trace.ts'
import type { Resolution, Vault } from '../vault/vault.ts'
import { secretMissing } from './choose-model.ts'

export interface KeyScope {
  readonly projectId: string
  readonly trace: RequestTrace
  readonly clock: RequestClock
}

type Resolved = Extract<Resolution, { ok: true }>

/** Where a provider is reached and with what, as one stage of the trace. `model` is the name the provider is sent. */
export async function resolveKey(vault: Vault, scope: KeyScope, provider: string, model: string): Promise<Resolved | Refusal> {
  const startMs = scope.clock.elapsed()
  const resolution = await vault.resolve(scope.projectId, provider, model).catch((): Resolution => ({ ok: false, code: 'unavailable' }))
  scope.trace.stage({
    name: 'vault.resolve_key',
    startMs,
    endMs: scope.clock.elapsed(),
    attributes: { [ATTRIBUTE.vaultProvider]: provider, ...(resolution.ok ? { [ATTRIBUTE.vaultKeyId]: resolution.keyId } : {}) },
    ...(resolution.ok ? {} : { failure: resolution.code }),
  })
  if (resolution.ok) return resolution
  if (resolution.code === 'secret_missing') return secretMissing(provider)
  return refuse('unavailable', 'The vault with the keys does not answer at the moment. Nothing was sent; try again shortly.')
}
