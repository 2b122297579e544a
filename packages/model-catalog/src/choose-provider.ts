import type { Model } from '@vitrine/contracts'
import { closeNames } from './close-names.ts'
import type { Catalogue } from './create-catalogue.ts'
import { CATALOGUE } from './find-model.ts'
import { type ProviderName, isProvider } from './providers.ts'

/** Who gets a model. `model` is the name to send; `facts` is null where the catalogue does not know it, so its price is unknown. */
export type ProviderChoice =
  | { readonly ok: true; readonly provider: ProviderName; readonly model: string; readonly facts: Model | null }
  | { readonly ok: false; readonly code: 'unknown_model'; readonly candidates: readonly string[] }
  | { readonly ok: false; readonly code: 'secret_missing'; readonly provider: ProviderName; readonly candidates: readonly string[] }

export interface ProviderAsk {
  /** `provider/name` or a bare name, as the caller wrote it. */
  readonly name: string
  /** The providers that have a key. `demo` needs none and need not be among them. */
  readonly usableProviders: ReadonlySet<string>
  /** Whether a gateway (`litellm`) is set up. */
  readonly gateway: boolean
}

/** Makers that a gateway is asked for by the same prefix, so that without their own key the name is the gateway's. */
const ALSO_BY_GATEWAY: ReadonlySet<ProviderName> = new Set(['google', 'mistral', 'deepseek', 'xai', 'groq'])

function unknownModel(name: string, { models, findByName }: Catalogue): ProviderChoice {
  const close = closeNames(
    name,
    models.map(({ id }) => id),
  )
  const byName = closeNames(
    name,
    models.map((model) => model.name),
  )
  const candidates = close.length > 0 ? close : byName.map((known) => findByName(known)?.id ?? known)
  return { ok: false, code: 'unknown_model', candidates }
}

function explicit(provider: ProviderName, model: string, ask: ProviderAsk, catalogue: Catalogue): ProviderChoice {
  const facts = catalogue.findModel(ask.name)
  if (model === '' || (provider === 'demo' && facts === null)) return unknownModel(ask.name, catalogue)
  if (provider === 'demo' || ask.usableProviders.has(provider) || (provider === 'litellm' && ask.gateway)) {
    return { ok: true, provider, model, facts }
  }
  if (ask.gateway && ALSO_BY_GATEWAY.has(provider)) return { ok: true, provider: 'litellm', model: ask.name, facts }
  const onlyGateway = ask.gateway && [...ask.usableProviders].every((usable) => usable === 'demo' || usable === 'litellm')
  if (onlyGateway && facts === null) return { ok: true, provider: 'litellm', model: ask.name, facts: null }
  return { ok: false, code: 'secret_missing', provider, candidates: [] }
}

/**
 * Decides which provider gets a model. An explicit prefix names it; behind one, a name that the catalogue does not know is sent as it
 * is. A bare name goes to the provider the catalogue gives it when that one has a key, else to the gateway. Where a gateway is all
 * there is, every name the catalogue does not know goes there unchanged, whatever stands before its slash. Gateways name the makers of
 * models as we do (`mistral/…`): such a name is the gateway's too as long as the maker has no key here.
 *
 * *Errors*: `secret_missing` for a known name or an explicit provider without a key, `unknown_model` with close names for the rest.
 */
export function chooseProvider(ask: ProviderAsk, catalogue: Catalogue = CATALOGUE): ProviderChoice {
  const slash = ask.name.indexOf('/')
  const prefix = ask.name.slice(0, Math.max(slash, 0))
  if (isProvider(prefix)) return explicit(prefix, ask.name.slice(slash + 1), ask, catalogue)
  const facts = catalogue.findByName(ask.name)
  if (facts !== null && isProvider(facts.provider)) {
    if (facts.provider === 'demo' || ask.usableProviders.has(facts.provider))
      return { ok: true, provider: facts.provider, model: facts.name, facts }
    if (!ask.gateway) return { ok: false, code: 'secret_missing', provider: facts.provider, candidates: [] }
  }
  if (ask.gateway && ask.name !== '') return { ok: true, provider: 'litellm', model: ask.name, facts }
  return unknownModel(ask.name, catalogue)
}
