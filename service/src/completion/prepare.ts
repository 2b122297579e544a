import type { Message, Model, ResponseFormat, RunRequest, SettingsReport } from '@vitrine/contracts'
import type { PreparedCall, Provider } from '@vitrine/providers'
import type { TemplateCache, TemplateInputs } from '@vitrine/templating'
import { type Refusal, refuse, refuseWith } from '../http/refusal.ts'
import type { RequestClock } from '../middleware/request-clock.ts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'
import type { RequestTrace } from '../telemetry/request-trace.ts'
import type { Resolution, Vault } from '../vault/vault.ts'
import { checkCapabilities } from './check-capabilities.ts'
import { chooseModel, secretMissing } from './choose-model.ts'
import { render } from './render.ts'
import { type LoopPlan, planLoop, withFreeChoice } from './tool-loop.ts'
import { refuseToolLoop } from './tool-results.ts'

/** A run that nothing stands against any more but the provider itself. */
export interface RunPlan {
  readonly request: RunRequest
  readonly provider: Provider
  readonly providerName: string
  /** The name the provider is sent. */
  readonly model: string
  readonly facts: Model | null
  readonly messages: readonly Message[]
  readonly responseFormat: ResponseFormat | undefined
  readonly call: PreparedCall
  /** Null where calls of tools are left to the caller. */
  readonly loop: LoopPlan | null
  /** What becomes of each setting, those that reach nobody included. */
  readonly settings: SettingsReport
  /** Names the key without telling it: runs of one key share its places. */
  readonly keyId: string
}

export interface PrepareDeps {
  readonly vault: Vault
  readonly providers: ReadonlyMap<string, Provider>
  readonly templates: TemplateCache
}

export interface PrepareScope {
  readonly projectId: string
  readonly trace: RequestTrace
  readonly clock: RequestClock
  /** Whether the provider is asked to stream, where the request does not say. */
  readonly streams: boolean
}

type Prepared = { readonly ok: true; readonly plan: RunPlan } | Refusal
type Resolved = Extract<Resolution, { ok: true }>

async function resolveKey(deps: PrepareDeps, scope: PrepareScope, provider: string, model: string): Promise<Resolved | Refusal> {
  const startMs = scope.clock.elapsed()
  const resolution = await deps.vault
    .resolve(scope.projectId, provider, model)
    .catch((): Resolution => ({ ok: false, code: 'unavailable' }))
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
  const choice = chooseModel(request.settings.model, deps.vault.providersOf(scope.projectId))
  if (!choice.ok) return choice
  const rendering = renderTraced(request, inputs, deps, scope)
  if (!rendering.ok) return rendering
  const { messages, responseFormat } = rendering
  const settings = responseFormat === undefined ? request.settings : { ...request.settings, responseFormat }
  const refused = checkCapabilities(messages, settings, choice.facts) ?? refuseToolLoop(settings.toolLoop, deps.templates)
  if (refused !== null) return refused
  const provider = deps.providers.get(choice.provider)
  if (provider === undefined) throw new Error(`no adapter for provider ${choice.provider}`)
  const key = await resolveKey(deps, scope, choice.provider, choice.model)
  if (!key.ok) return key
  const asked = { endpoint: key.endpoint, model: choice.model, facts: choice.facts, settings, stream: settings.stream ?? scope.streams }
  const prepared = provider.prepare({ ...asked, messages })
  if (!prepared.ok) return refuseWith(prepared.error)
  const { call } = prepared
  return {
    ok: true,
    plan: {
      request,
      provider,
      providerName: choice.provider,
      model: choice.model,
      facts: choice.facts,
      messages,
      responseFormat,
      call,
      loop:
        settings.toolLoop === undefined
          ? null
          : planLoop(settings.toolLoop, deps.templates, (turns) =>
              provider.prepare({ ...asked, settings: withFreeChoice(settings), messages: turns }),
            ),
      settings: { ...call.settings, dropped: [...call.settings.dropped, ...request.unknown] },
      keyId: key.keyId,
    },
  }
}
