import type { Message, RunRequest } from '@vitrine/contracts'
import type { TemplateCache, TemplateInputs } from '@vitrine/templating'
import { type Refusal, refuseWith } from '../http/refusal.ts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'
import type { KnownModels } from '../models/known-models.ts'
import type { Vault } from '../vault/vault.ts'
import { checkCapabilities } from './check-capabilities.ts'
import { type AdapterDeps, chooseAdapter } from './choose-adapter.ts'
import { chooseModel } from './choose-model.ts'
import { render } from './render.ts'
import { type KeyScope, resolveKey } from './resolve-key.ts'
import type { RunPlan } from './run-plan.ts'
import { planLoop, withFreeChoice } from './tool-loop.ts'
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

export type Prepared = { readonly ok: true; readonly plan: RunPlan } | Refusal

const textBytes = ({ content }: Message): number => {
  if (typeof content === 'string') return Buffer.byteLength(content)
  return (content ?? []).reduce((sum, part) => sum + (part.type === 'text' ? Buffer.byteLength(part.text) : 0), 0)
}
const renderedBytes = (messages: readonly Message[]): number => messages.reduce((sum, message) => sum + textBytes(message), 0)

function renderTraced(
  request: RunRequest,
  inputs: TemplateInputs,
  deps: PrepareDeps,
  { trace, clock }: PrepareScope,
): ReturnType<typeof render> {
  const startMs = clock.elapsed()
  const rendering = render(request, inputs, deps.templates)
  trace.stage({
    name: 'prompt.render',
    startMs,
    endMs: clock.elapsed(),
    attributes: {
      [ATTRIBUTE.formatOfTemplate]: request.templateFormat,
      [ATTRIBUTE.variableCount]: Object.keys(inputs).length,
      ...(rendering.ok ? { [ATTRIBUTE.renderedBytes]: renderedBytes(rendering.messages) } : {}),
    },
    ...(rendering.ok ? {} : { failure: rendering.error.code }),
  })
  return rendering
}

/** Everything that can be said about a run without asking a provider: who gets it, with which key, and what exactly would be sent. */
export async function prepare(request: RunRequest, inputs: TemplateInputs, deps: PrepareDeps, scope: PrepareScope): Promise<Prepared> {
  const { vault, models, templates } = deps
  const choice = chooseModel(request.settings.model, vault.providersOf(scope.projectId), {
    answering: models.answering(),
    catalogue: models.catalogue,
  })
  if (!choice.ok) return choice
  const rendering = renderTraced(request, inputs, deps, scope)
  if (!rendering.ok) return rendering
  const { messages, responseFormat } = rendering
  const { api = 'auto', ...others } = request.settings
  const settings = responseFormat === undefined ? others : { ...others, responseFormat }
  const { provider: providerName, model } = choice
  const key = await resolveKey(vault, scope, providerName, model)
  if (!key.ok) return key
  const facts = models.factsFor(choice, key.keyId)
  const refused = checkCapabilities(messages, settings, facts) ?? refuseToolLoop(settings.toolLoop, templates)
  if (refused !== null) return refused
  const { adapter: provider, ignored } = chooseAdapter(
    { provider: providerName, api, model, facts, settings, baseUrl: key.endpoint.baseUrl },
    deps,
  )
  const asked = { endpoint: key.endpoint, model, facts, settings, stream: settings.stream ?? scope.streams }
  const prepared = provider.prepare({ ...asked, messages })
  if (!prepared.ok) return refuseWith(prepared.error)
  const { call } = prepared
  const unused = ignored === null ? request.unknown : [{ name: 'api', reason: ignored }, ...request.unknown]
  return {
    ok: true,
    plan: {
      mode: request.mode,
      raw: false,
      asked: settings,
      provider,
      providerName,
      model,
      facts,
      label: choice.facts?.name ?? 'other',
      messages,
      responseFormat,
      call,
      loop:
        settings.toolLoop === undefined
          ? null
          : planLoop(settings.toolLoop, templates, (turns) =>
              provider.prepare({ ...asked, settings: withFreeChoice(settings), messages: turns }),
            ),
      settings: { ...call.settings, dropped: [...call.settings.dropped, ...unused] },
      keyId: key.keyId,
    },
  }
}
