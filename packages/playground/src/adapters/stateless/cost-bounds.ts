import type { VitrineClient } from '@vitrine/client'
import { type AvailableModel, fromWire } from '@vitrine/contracts'
import { priceRange } from '@vitrine/model-catalog'
import type { CostBound } from '../../execution/budget.ts'
import { estimateTokensPerCall } from '../../execution/estimate.ts'
import { textColumns } from '../../execution/row-body.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** Text is counted by its length; what is promised is kept also where that is too little by so much. */
const MARGIN = 1.25

/**
 * What tells the highest price of a call: its input as it is estimated, with a margin, and the longest answer that the settings or the
 * model allow. Null where the model, its price or its limit is not known.
 */
export async function loadCostBounds(client: Pick<VitrineClient, 'models'>, { store, prompt }: PlaygroundState): Promise<CostBound> {
  const reply = await client.models()
  const models = reply.ok ? reply.value.models.map((model) => fromWire<AvailableModel>(model)) : []
  return ({ variantId, row }) => {
    const draft = store.get(prompt.draftOf(variantId))
    const { messages, llmConfig } = draft
    const model = models.find(({ id, name }) => id === llmConfig.model || name === llmConfig.model)
    const inputTokens = Math.ceil(estimateTokensPerCall(messages, textColumns(draft), [row]) * MARGIN)
    const maxOutputTokens = llmConfig.maxCompletionTokens ?? llmConfig.maxTokens ?? model?.maxOutputTokens ?? null
    return priceRange({ inputTokens, maxOutputTokens, price: model?.price ?? null }).high
  }
}
