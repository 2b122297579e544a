import type { Model } from '@vitrine/contracts'
import { MODELS } from './catalogue/models.ts'
import { type Catalogue, createCatalogue } from './create-catalogue.ts'

/** What this package knows, without anybody's changes. */
export const CATALOGUE: Catalogue = createCatalogue(MODELS)

/** Every model the catalogue knows, the demo's first, in the order a picker shows them. Other names of a model are not listed. */
export const listModels = (): readonly Model[] => CATALOGUE.models

/** A model by its id, `provider/name`, also by that of a dated snapshot; null where the catalogue does not know it. */
export const findModel = (id: string): Model | null => CATALOGUE.findModel(id)
