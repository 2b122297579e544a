import type { AvailableModel, Model } from '@vitrine/contracts'
import { secretMissing } from '../completion/choose-model.ts'

function available(model: Model, providers: ReadonlySet<string>): AvailableModel {
  if (providers.has(model.provider)) return { ...model, usable: true }
  return { ...model, usable: false, unusableReason: secretMissing(model.provider).error.message }
}

/** Models as somebody sees them who may use these providers. */
export const listAvailableModels = (models: readonly Model[], providers: ReadonlySet<string>): readonly AvailableModel[] =>
  models.map((model) => available(model, providers))
