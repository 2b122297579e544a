import { able, effort, type Parameters, temperature, topP, upTo } from '../facts.ts'
import type { ModelSnapshot, ProviderSnapshot } from '../snapshot.ts'

/** Read in November 2026: console.groq.com/docs, pages models, reasoning, structured-outputs; groq.com/pricing. */
const taken = (maxOutputTokens: number, reasoningEffort: NonNullable<Parameters['reasoningEffort']>): Parameters => ({
  temperature,
  topP,
  maxTokens: upTo(maxOutputTokens),
  stop: {},
  seed: { step: 1 },
  reasoningEffort,
})

const gptOss = (name: string, displayName: string): ModelSnapshot => ({
  name,
  displayName,
  contextTokens: 131_072,
  maxOutputTokens: 65_536,
  capabilities: able('tools', 'jsonObject', 'jsonSchema', 'thinking'),
  parameters: taken(65_536, effort(['low', 'medium', 'high'], 'medium')),
  api: ['chat'],
  thinking: { modes: ['effort'], byDefault: true },
})

export const GROQ: ProviderSnapshot = {
  provider: 'groq',
  dataSetId: 'groq',
  constant: 'GROQ',
  models: [
    gptOss('openai/gpt-oss-120b', 'GPT-OSS 120B'),
    gptOss('openai/gpt-oss-20b', 'GPT-OSS 20B'),
    {
      name: 'qwen/qwen3.8-27b',
      displayName: 'Qwen3.8 27B',
      contextTokens: 131_042,
      maxOutputTokens: 16_384,
      price: { page: 'https://groq.com/pricing', date: '2026-08-29', rates: { input: 0.8, output: 4, cached: 0.4 } },
      capabilities: able('vision', 'tools', 'jsonObject', 'thinking'),
      parameters: taken(16_384, effort(['none', 'default'], 'default')),
      api: ['chat'],
      thinking: { modes: ['effort'], byDefault: true, off: 'none' },
    },
  ],
}
