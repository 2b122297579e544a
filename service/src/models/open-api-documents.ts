import type { Model, RunMode } from '@vitrine/contracts'
import { type OpenApiDocument, createOpenApi } from '@vitrine/contracts/openapi'
import { listAvailableModels } from './available-models.ts'

/** The documents are made once, at the first call: nothing in them changes while the service runs. What servers list by themselves is not in them. */
export function createOpenApiDocuments(
  models: readonly Model[],
  providers: ReadonlySet<string>,
  maxBodyBytes: number,
): (mode: RunMode) => OpenApiDocument {
  const made = new Map<RunMode, OpenApiDocument>()
  return (mode) => {
    const known = made.get(mode)
    if (known !== undefined) return known
    const document = createOpenApi({ mode, models: listAvailableModels(models, providers), maxBodyBytes })
    made.set(mode, document)
    return document
  }
}
