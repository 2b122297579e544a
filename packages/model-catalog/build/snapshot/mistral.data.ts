import type { ModelCapabilities } from '@vitrine/contracts'
import { able, effort, type Parameters, penalty, upTo } from '../facts.ts'
import type { ModelSnapshot, ProviderSnapshot } from '../snapshot.ts'

/** Read in November 2026: docs.mistral.ai, pages models/<model>, inference/model-selection-guide, the API reference of chat completions. */
const OWN_SEED = 'its name for this is random_seed: put that into the extra body'
const taken = (more: Parameters): Parameters => ({
  temperature: { min: 0, max: 1.5, step: 0.1 },
  topP: { min: 0, max: 1, step: 0.05, default: 1 },
  maxTokens: upTo(null),
  frequencyPenalty: penalty,
  presencePenalty: penalty,
  stop: {},
  seed: { refused: OWN_SEED },
  ...more,
})

const seeing = able('vision', 'tools', 'jsonObject', 'jsonSchema')
const writing = able('tools', 'jsonObject', 'jsonSchema')
const mistral = (name: string, displayName: string, capabilities: ModelCapabilities, note?: string): ModelSnapshot => ({
  name,
  displayName,
  maxOutputTokens: null,
  capabilities,
  parameters: taken({}),
  api: ['chat'],
  ...(note === undefined ? {} : { note }),
})
/** Answers at once or thinks, as is asked. */
const hybrid = (name: string, displayName: string, note: string): ModelSnapshot => ({
  ...mistral(name, displayName, { ...seeing, thinking: true }, note),
  parameters: taken({ reasoningEffort: effort(['none', 'high']) }),
  thinking: { modes: ['effort'], off: 'none' },
})

export const MISTRAL: ProviderSnapshot = {
  provider: 'mistral',
  dataSetId: 'mistral',
  constant: 'MISTRAL',
  models: [
    hybrid('mistral-medium-3-5', 'Mistral Medium 3.5', 'For coding and work in many steps.'),
    mistral('mistral-large-2512', 'Mistral Large 3', seeing),
    hybrid('mistral-small-2603', 'Mistral Small 4', 'For many tasks at a low price.'),
    mistral('ministral-14b-2512', 'Ministral 3 14B', seeing),
    mistral('ministral-8b-2512', 'Ministral 3 8B', seeing),
    mistral('ministral-3b-2512', 'Ministral 3 3B', seeing),
    mistral('codestral-2508', 'Codestral', writing, 'For code.'),
  ],
}
