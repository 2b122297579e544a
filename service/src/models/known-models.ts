import type { AvailableModel, Model } from '@vitrine/contracts'
import { type Catalogue, createCatalogue, priceOn } from '@vitrine/model-catalog'
import { listAvailableModels } from './available-models.ts'
import type { FoundModels } from './found-models.ts'
import type { PriceFile } from './price-file.ts'

/** A model as it was chosen by name. */
export interface ChosenModel {
  readonly provider: string
  readonly model: string
  /** What the catalogue knows of it. */
  readonly facts: Model | null
}

/** Everything the service knows of models: the catalogue, the operator's own word on it, and what servers say of theirs. */
export interface KnownModels {
  readonly catalogue: Catalogue
  /** As somebody sees it who may use these providers; `pending` are those whose own lists are still being read. */
  list(
    projectId: string,
    providers: ReadonlySet<string>,
  ): Promise<{ readonly models: readonly AvailableModel[]; readonly pending: readonly string[] }>
  /** The facts that a run goes by, with the price of today. `keyId` names the key it is made with. */
  factsFor(chosen: ChosenModel, keyId: string): Model | null
  /** The local servers that nobody set up and that were seen to answer. */
  answering(): ReadonlySet<string>
}

export interface KnownModelsDeps {
  readonly file: PriceFile
  readonly found: FoundModels
  /** `YYYY-MM-DD`. */
  readonly today: () => string
}

const priced = (model: Model, day: string): Model => {
  const price = priceOn(model.price, day)
  return price === model.price ? model : { ...model, price }
}

/** What a server tells of its own model goes before what is known of one of that name in general. */
const together = (known: Model | null, found: Model): Model =>
  known === null
    ? found
    : {
        ...known,
        contextTokens: found.contextTokens ?? known.contextTokens,
        maxOutputTokens: found.maxOutputTokens ?? known.maxOutputTokens,
        price: found.price ?? known.price,
        capabilities: found.capabilities ?? known.capabilities,
        parameters: found.parameters ?? known.parameters,
      }

export function createKnownModels({ file, found, today }: KnownModelsDeps): KnownModels {
  const catalogue = createCatalogue(file.models)
  return {
    catalogue,
    async list(projectId, providers) {
      const { models, pending } = await found.find(projectId)
      const own = new Map(models.filter(({ id }) => !file.ids.has(id)).map((model) => [model.id, model]))
      const day = today()
      const known = catalogue.models.map((model) => {
        const fresh = own.get(model.id)
        return priced(fresh === undefined ? model : together(model, fresh), day)
      })
      const others = [...own.values()].filter(({ id }) => catalogue.findModel(id) === null).map((model) => priced(model, day))
      const usable = new Set([...providers, ...others.map(({ provider }) => provider)])
      return { models: listAvailableModels([...known, ...others], usable), pending }
    },
    factsFor({ provider, model, facts }, keyId) {
      const own = file.ids.has(`${provider}/${model}`) ? null : found.factsOf(provider, model, keyId)
      const all = own === null ? facts : together(facts, own)
      return all === null ? null : priced(all, today())
    },
    answering: () => found.answering(),
  }
}
