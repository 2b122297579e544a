import type { AvailableModel } from '@vitrine/contracts'
import { findModel } from '@vitrine/model-catalog'

/** Models of the catalogue as a service offers them that has every key. */
export const usableModels = (...ids: readonly string[]): readonly AvailableModel[] =>
  ids.flatMap((id) => {
    const model = findModel(id)
    return model === null ? [] : [{ ...model, usable: true }]
  })
