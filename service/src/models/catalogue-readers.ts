import type { Model } from '@vitrine/contracts'
import { PROVIDER_DEFINITIONS, readListedModels, readLiteLlmModels, readOpenRouterModels } from '@vitrine/providers'

/**
 * Asks a server for one of its documents.
 *
 * *Errors*: null where it answers, but not with JSON; rejects where it does not answer.
 */
export type AskDocument = (path: string) => Promise<unknown>

/** Reads a server's own list of models. `date` is the day of the asking, `YYYY-MM-DD`. */
export type CatalogueReader = (ask: AskDocument, date: string) => Promise<readonly Model[]>

const listedBy =
  (provider: string): CatalogueReader =>
  async (ask) =>
    readListedModels(await ask('/models'), provider)

/** A LiteLLM proxy knows limits and prices; another server behind the same setting has the plain list. */
const gateway: CatalogueReader = async (ask, date) => {
  const detailed = readLiteLlmModels(await ask('/model/info'), { date })
  return detailed.length > 0 ? detailed : readListedModels(await ask('/models'), 'litellm')
}

/** The servers that have models of their own, which no catalogue can know, and how each tells of them. */
export const CATALOGUE_READERS: ReadonlyMap<string, CatalogueReader> = new Map([
  ['litellm', gateway],
  ['openrouter', async (ask, date) => readOpenRouterModels(await ask('/models'), { date })],
  ...PROVIDER_DEFINITIONS.flatMap(({ id, loopbackPort }): [string, CatalogueReader][] =>
    loopbackPort === undefined ? [] : [[id, listedBy(id)]],
  ),
])
