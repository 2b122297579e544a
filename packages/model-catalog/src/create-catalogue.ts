import type { Model } from '@vitrine/contracts'
import { ALIASES } from './catalogue/aliases.data.ts'

/** Models to look things up in: ours, or ours with somebody's changes. */
export interface Catalogue {
  /** In the order a picker shows them. Other names of a model (dated ones) are not listed. */
  readonly models: readonly Model[]
  /** By id, `provider/name`, also by that of another name; null where it is not known. A near miss is no match. */
  readonly findModel: (id: string) => Model | null
  /** By the name its provider is sent. Where providers share a name, the first listed has it. */
  readonly findByName: (name: string) => Model | null
}

const nameIn = (id: string): string => id.slice(id.indexOf('/') + 1)

/** Another name has the facts of its model and its own name; its price says whose it is. */
function named(id: string, model: Model): Model {
  const name = nameIn(id)
  const price = model.price === null ? null : { ...model.price, matchedModel: model.name }
  return { ...model, id, name, displayName: name, price }
}

export function createCatalogue(models: readonly Model[]): Catalogue {
  const byId = new Map(models.map((model) => [model.id, model]))
  const byName = new Map(models.toReversed().map((model) => [model.name, model]))
  const ids = new Map(ALIASES)
  const idsByName = new Map(ALIASES.toReversed().map(([alias]) => [nameIn(alias), alias]))
  const findModel = (id: string): Model | null => {
    const known = byId.get(id)
    if (known !== undefined) return known
    const model = byId.get(ids.get(id) ?? '')
    return model === undefined ? null : named(id, model)
  }
  return { models, findModel, findByName: (name) => byName.get(name) ?? findModel(idsByName.get(name) ?? '') }
}
