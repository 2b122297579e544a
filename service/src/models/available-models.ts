import type { AvailableModel, Model } from '@vitrine/contracts'
import { listModels } from '@vitrine/model-catalog'
import { secretMissing } from '../completion/choose-model.ts'

function available(model: Model, providers: ReadonlySet<string>): AvailableModel {
  if (providers.has(model.provider)) return { ...model, usable: true }
  return { ...model, usable: false, unusableReason: secretMissing(model.provider).error.message }
}

/** The catalogue as somebody sees it who may use these providers. */
export const listAvailableModels = (providers: ReadonlySet<string>): readonly AvailableModel[] =>
  listModels().map((model) => available(model, providers))
