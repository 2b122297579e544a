import { able, effort, type Parameters, penalty, temperature, topP, upTo } from '../facts.ts'
import type { ModelSnapshot, ProviderSnapshot } from '../snapshot.ts'

/** Read in November 2026: api-docs.deepseek.com, pages quick_start/pricing and guides/thinking_mode. */
const BY_THE_HOUR = 'its price depends on the hour and on the holidays of China'
const WITHOUT_EFFECT = 'without effect while thinking is on; switch thinking off, or leave the field blank'
const MAX_OUTPUT = 384_000

const parameters: Parameters = {
  temperature: { ...temperature, refusedWhileThinking: WITHOUT_EFFECT },
  topP,
  maxTokens: upTo(MAX_OUTPUT),
  frequencyPenalty: { ...penalty, refusedWhileThinking: WITHOUT_EFFECT },
  presencePenalty: { ...penalty, refusedWhileThinking: WITHOUT_EFFECT },
  stop: {},
  reasoningEffort: effort(['low', 'high', 'max'], 'high'),
  thinking: { values: ['enabled', 'disabled'], default: 'enabled' },
}

const deepseek = (facts: Pick<ModelSnapshot, 'name' | 'displayName' | 'capabilities'> & Partial<ModelSnapshot>): ModelSnapshot => ({
  contextTokens: 1_000_000,
  maxOutputTokens: MAX_OUTPUT,
  price: { unknown: BY_THE_HOUR },
  parameters,
  api: ['chat', 'responses', 'messages'],
  thinking: { modes: ['effort'], byDefault: true, off: 'disabled' },
  note: `No price is shown, for ${BY_THE_HOUR}.`,
  ...facts,
})

export const DEEPSEEK: ProviderSnapshot = {
  provider: 'deepseek',
  dataSetId: 'deepseek',
  constant: 'DEEPSEEK',
  models: [
    deepseek({
      name: 'deepseek-v4-pro',
      displayName: 'DeepSeek V4 Pro',
      capabilities: able('tools', 'jsonObject', 'thinking'),
    }),
    deepseek({
      name: 'deepseek-flash',
      displayName: 'DeepSeek V4.1 Flash',
      capabilities: able('vision', 'tools', 'jsonObject', 'thinking'),
      aliases: ['deepseek-v4-flash'],
    }),
  ],
}
