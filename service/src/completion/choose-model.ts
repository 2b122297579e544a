import type { Model } from '@vitrine/contracts'
import { type Catalogue, chooseProvider } from '@vitrine/model-catalog'
import { PROVIDER_DEFINITIONS, type ProviderDefinition } from '@vitrine/providers'
import { settingNames } from '../config/provider-settings.ts'
import { type Refusal, refuse } from '../http/refusal.ts'

export type ModelChoice = { readonly ok: true; readonly provider: string; readonly model: string; readonly facts: Model | null } | Refusal

/** What is known beside the names of providers. */
export interface ModelKnowledge {
  /** Local servers that nobody set up and that were seen to answer. */
  readonly answering?: ReadonlySet<string>
  /** Ours where it is absent. */
  readonly catalogue?: Catalogue | undefined
}

const GATEWAY = 'litellm'
const definitions: ReadonlyMap<string, ProviderDefinition> = new Map(PROVIDER_DEFINITIONS.map((definition) => [definition.id, definition]))
const isLocal = (provider: string): boolean => definitions.get(provider)?.loopbackPort !== undefined

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/**
 * A server on somebody's own machine has no list of models that a catalogue could know: behind its name, any model is its own. A gateway
 * may use the same names for models of its own (`ollama/…`); it gets them unless such a server was set up or answers.
 */
function chooseLocal(name: string, usable: ReadonlySet<string>, answering: ReadonlySet<string>): ModelChoice | null {
  const slash = name.indexOf('/')
  const provider = name.slice(0, Math.max(slash, 0))
  const model = name.slice(slash + 1)
  if (!isLocal(provider) || model === '') return null
  if (!usable.has(provider) && !answering.has(provider) && usable.has(GATEWAY)) return null
  return { ok: true, provider, model, facts: null }
}

const NOBODY: ReadonlySet<string> = new Set()

/**
 * Which provider gets a model.
 *
 * *Shape*: `usable` are the providers that were set up.
 * @see running.md, Which provider gets a model
 */
export function chooseModel(
  name: string,
  usable: ReadonlySet<string>,
  { answering = NOBODY, catalogue }: ModelKnowledge = {},
): ModelChoice {
  const local = chooseLocal(name, usable, answering)
  if (local !== null) return local
  // What wants no key is no key: where a gateway is all there is beside local servers, it still gets every name.
  const usableProviders = new Set([...usable].filter((provider) => !isLocal(provider)))
  const choice = chooseProvider({ name, usableProviders, gateway: usableProviders.has(GATEWAY) }, catalogue)
  if (choice.ok) return choice
  if (choice.code === 'secret_missing') return secretMissing(choice.provider)
  const { candidates } = choice
  const advice =
    candidates.length > 0 ? `Did you mean ${quoted(candidates)}?` : 'Choose one of the list at /services/models, or write provider/model.'
  return refuse('unknown_model', `There is no model "${name}". ${advice}`, { model: name, candidates })
}

function adviceOn(provider: string): string {
  const definition = definitions.get(provider)
  if (definition === undefined) {
    return `This service does not speak to ${provider} itself. Set LITELLM_BASE_URL to a gateway that does, or choose another model.`
  }
  const settings = settingNames(definition).join(' or ')
  if (provider === GATEWAY) return `No gateway is set up. Set ${settings} where the service runs, or choose another model.`
  if (isLocal(provider)) {
    return `No ${definition.displayName} server is set up. Set ${settings} where the service runs, or choose another model.`
  }
  return `There is no key for ${provider}. Set ${settings} where the service runs, or choose another model.`
}

export function secretMissing(provider: string): Refusal {
  const definition = definitions.get(provider)
  const settings = definition === undefined ? ['LITELLM_BASE_URL'] : settingNames(definition)
  return refuse('secret_missing', adviceOn(provider), { provider, settings })
}
