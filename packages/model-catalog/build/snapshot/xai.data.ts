import type { ParameterFact } from '@vitrine/contracts'
import { able, effort, type Parameters, penalty, temperature, topP, upTo } from '../facts.ts'
import type { ModelSnapshot, ProviderSnapshot } from '../snapshot.ts'

/** Read in November 2026: docs.x.ai, pages developers/models/<model>, developers/grok-4-7, developers/model-capabilities/text/reasoning. */
const NOT_REASONING = 'models that reason take no penalties and no stop sequences'

const alwaysReasoning: Parameters = {
  temperature,
  topP,
  maxTokens: upTo(null),
  frequencyPenalty: { refused: NOT_REASONING },
  presencePenalty: { refused: NOT_REASONING },
  stop: { refused: NOT_REASONING },
}

const abilities = able('vision', 'files', 'tools', 'jsonObject', 'jsonSchema', 'thinking')
const grok = (name: string, displayName: string, levels: ParameterFact | null, more: Partial<ModelSnapshot> = {}): ModelSnapshot => ({
  name,
  displayName,
  maxOutputTokens: null,
  capabilities: abilities,
  parameters: { ...alwaysReasoning, ...(levels === null ? {} : { reasoningEffort: levels }) },
  api: ['chat', 'responses'],
  thinking: { modes: levels === null ? [] : ['effort'], byDefault: true },
  ...more,
})

const LOW_TO_HIGH = ['low', 'medium', 'high'] as const
const penaltyAtOnce: ParameterFact = { ...penalty, refusedWhileThinking: NOT_REASONING }

export const XAI: ProviderSnapshot = {
  provider: 'xai',
  dataSetId: 'x-ai',
  constant: 'XAI',
  models: [
    grok('grok-4.7', 'Grok 4.7', effort([...LOW_TO_HIGH, 'xhigh'], 'high'), {
      contextTokens: 500_000,
      price: {
        page: 'https://docs.x.ai/developers/pricing',
        date: '2026-11-21',
        rates: { input: 2, output: 6, cached: 0.5 },
        long: { overInputTokens: 199_999, rates: { input: 4, output: 12, cached: 1 } },
      },
      note: 'For coding, work by itself and knowledge work.',
    }),
    grok('grok-4.6', 'Grok 4.6', effort([...LOW_TO_HIGH, 'xhigh'], 'high')),
    grok('grok-4.5', 'Grok 4.5', effort(LOW_TO_HIGH, 'high')),
    grok('grok-4.3', 'Grok 4.3', effort(['none', ...LOW_TO_HIGH]), {
      parameters: {
        ...alwaysReasoning,
        frequencyPenalty: penaltyAtOnce,
        presencePenalty: penaltyAtOnce,
        stop: { refusedWhileThinking: NOT_REASONING },
        reasoningEffort: effort(['none', ...LOW_TO_HIGH]),
      },
      thinking: { modes: ['effort'], off: 'none' },
    }),
    grok('grok-4.20', 'Grok 4.20', null, { aliases: ['grok-4.20-0309-reasoning'] }),
    grok('grok-build-0.1', 'Grok Build 0.1', null, { note: 'For coding.' }),
  ],
}
