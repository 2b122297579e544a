import type { Model, ModelSettings } from '@vitrine/contracts'
import type { Provider } from '@vitrine/providers'
import type { KnownModels } from '../models/known-models.ts'
import type { Resolution } from '../vault/vault.ts'
import { type AdapterDeps, chooseAdapter } from './choose-adapter.ts'
import type { ModelChoice } from './choose-model.ts'

/** Who is asked, as what and with which key: everything about a run that its inputs have no part in. */
export interface RunTarget {
  readonly choice: Extract<ModelChoice, { ok: true }>
  readonly key: Extract<Resolution, { ok: true }>
  readonly facts: Model | null
  /** Without `api`, which has done its work. */
  readonly settings: ModelSettings
  readonly provider: Provider
  /** Why the API that was asked for is another one; null where it is not. */
  readonly ignored: string | null
}

export function chooseTarget(
  choice: RunTarget['choice'],
  key: RunTarget['key'],
  { api = 'auto', ...settings }: ModelSettings,
  deps: AdapterDeps & { readonly models: KnownModels },
): RunTarget {
  const facts = deps.models.factsFor(choice, key.keyId)
  const { provider: name, model } = choice
  const { adapter, ignored } = chooseAdapter({ provider: name, api, model, facts, settings, baseUrl: key.endpoint.baseUrl }, deps)
  return { choice, key, facts, settings, provider: adapter, ignored }
}
