import type { Model } from '@vitrine/contracts'
import { chooseProvider } from '@vitrine/model-catalog'
import { PROVIDER_DEFINITIONS } from '@vitrine/providers'
import { type Refusal, refuse } from '../http/refusal.ts'

export type ModelChoice = { readonly ok: true; readonly provider: string; readonly model: string; readonly facts: Model | null } | Refusal

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/** Which provider gets a model. @see running.md, Which provider gets a model */
export function chooseModel(name: string, usableProviders: ReadonlySet<string>): ModelChoice {
  const choice = chooseProvider({ name, usableProviders, gateway: usableProviders.has('litellm') })
  if (choice.ok) return choice
  if (choice.code === 'secret_missing') return secretMissing(choice.provider)
  const { candidates } = choice
  const advice =
    candidates.length > 0 ? `Did you mean ${quoted(candidates)}?` : 'Choose one of the list at /services/models, or write provider/model.'
  return refuse('unknown_model', `There is no model "${name}". ${advice}`, { model: name, candidates })
}

const hasAdapter = (provider: string): boolean => PROVIDER_DEFINITIONS.some(({ id }) => id === provider)

function adviceOn(provider: string): string {
  if (provider === 'litellm') return 'No gateway is set up. Set LITELLM_BASE_URL where the service runs, or choose another model.'
  if (hasAdapter(provider)) {
    return `There is no key for ${provider}. Set ${provider.toUpperCase()}_API_KEY where the service runs, or choose another model.`
  }
  return `This service does not speak to ${provider} itself. Set LITELLM_BASE_URL to a gateway that does, or choose another model.`
}

export const secretMissing = (provider: string): Refusal => refuse('secret_missing', adviceOn(provider), { provider })
