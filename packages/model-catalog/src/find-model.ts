import type { Model } from '@vitrine/contracts'
import { DEMO_MODELS } from './demo-models.data.ts'
import { OPENAI_MODELS, OPENAI_SNAPSHOTS } from './openai-models.data.ts'

const models: readonly Model[] = [...DEMO_MODELS, ...OPENAI_MODELS]
const byId: ReadonlyMap<string, Model> = new Map(models.map((model) => [model.id, model]))
const byName: ReadonlyMap<string, Model> = new Map(models.map((model) => [model.name, model]))

/** A dated snapshot has the facts of the model it is a snapshot of, and its own name. */
function snapshotOf(name: string): Model | null {
  const base = byName.get(OPENAI_SNAPSHOTS.get(name) ?? '')
  return base === undefined ? null : { ...base, id: `${base.provider}/${name}`, name, displayName: name }
}

/** Every model the catalogue knows, the demo's first, in the order a picker shows them. Snapshots are not listed. */
export const listModels = (): readonly Model[] => models

/** A model by its id, `provider/name`, also by that of a dated snapshot; null where the catalogue does not know it. */
export function findModel(id: string): Model | null {
  const known = byId.get(id)
  if (known !== undefined) return known
  return id.startsWith('openai/') ? snapshotOf(id.slice('openai/'.length)) : null
}

/** A model by the name its provider is sent; null where the catalogue does not know it. */
export const findByName = (name: string): Model | null => byName.get(name) ?? snapshotOf(name)
