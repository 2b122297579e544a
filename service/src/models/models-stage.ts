import { type ModelsResponse, toWire } from '@vitrine/contracts'
import { DEFAULT_MODEL_ID } from '@vitrine/model-catalog'
import { jsonReply } from '../http/reply.ts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import type { Vault } from '../vault/vault.ts'
import { listAvailableModels } from './available-models.ts'

/** `GET /services/models`: the catalogue as one project sees it. */
export function modelsStage(exchange: AdmittedExchange, vault: Vault): Promise<Response> {
  const models = listAvailableModels(vault.providersOf(exchange.projectId)).map((model) => toWire(model))
  const body: ModelsResponse = { models, default_model: DEFAULT_MODEL_ID }
  return Promise.resolve(jsonReply(body, exchange.headers))
}
