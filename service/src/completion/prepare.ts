import type { RunRequest } from '@vitrine/contracts'
import type { TemplateCache, TemplateInputs } from '@vitrine/templating'
import type { KnownModels } from '../models/known-models.ts'
import type { Vault } from '../vault/vault.ts'
import { checkCapabilities } from './check-capabilities.ts'
import type { AdapterDeps } from './choose-adapter.ts'
import { chooseModel } from './choose-model.ts'
import { planRun, settingsOf } from './plan-run.ts'
import { renderTraced } from './render-traced.ts'
import { type KeyScope, resolveKey } from './resolve-key.ts'
import type { Prepared } from './run-plan.ts'
import { chooseTarget } from './run-target.ts'
import { refuseToolLoop } from './tool-results.ts'

export interface PrepareDeps extends AdapterDeps {
  readonly vault: Vault
  readonly models: KnownModels
  readonly templates: TemplateCache
}

export interface PrepareScope extends KeyScope {
  /** Whether the provider is asked to stream, where the request does not say. */
  readonly streams: boolean
}

/** Everything that can be said about a run without asking a provider: who gets it, with which key, and what exactly would be sent. */
export async function prepare(request: RunRequest, inputs: TemplateInputs, deps: PrepareDeps, scope: PrepareScope): Promise<Prepared> {
  const { vault, models, templates } = deps
  const choice = chooseModel(request.settings.model, vault.providersOf(scope.projectId), {
    answering: models.answering(),
    catalogue: models.catalogue,
  })
  if (!choice.ok) return choice
  const rendered = renderTraced(request, inputs, templates, scope)
  if (!rendered.ok) return rendered
  const key = await resolveKey(vault, scope, choice.provider, choice.model)
  if (!key.ok) return key
  const target = chooseTarget(choice, key, request.settings, deps)
  const settings = settingsOf(target, rendered)
  const refused = checkCapabilities(rendered.messages, settings, target.facts) ?? refuseToolLoop(settings.toolLoop, templates)
  return refused ?? planRun(request, target, rendered, { streams: scope.streams, templates })
}
