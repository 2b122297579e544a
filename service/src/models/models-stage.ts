import { type ModelsResponse, toWire } from '@vitrine/contracts'
import { DEFAULT_MODEL_ID } from '@vitrine/model-catalog'
import { jsonReply } from '../http/reply.ts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import type { Vault } from '../vault/vault.ts'
import type { KnownModels } from './known-models.ts'

export interface ModelsDeps {
  readonly vault: Vault
  readonly models: KnownModels
}

/** `GET /services/models`: the models as one project sees them. */
export async function modelsStage({ projectId, headers }: AdmittedExchange, { vault, models }: ModelsDeps): Promise<Response> {
  const listed = await models.list(projectId, vault.providersOf(projectId))
  const body: ModelsResponse = {
    models: listed.models.map((model) => toWire(model)),
    default_model: DEFAULT_MODEL_ID,
    ...(listed.pending.length === 0 ? {} : { pending: listed.pending }),
  }
  return jsonReply(body, headers)
}
