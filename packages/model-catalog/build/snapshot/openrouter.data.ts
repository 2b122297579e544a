import type { ModelCapabilities } from '@vitrine/contracts'
import { able, effort, type Parameters, temperature, topP, upTo } from '../facts.ts'
import type { ModelSnapshot, ProviderSnapshot } from '../snapshot.ts'

/**
 * Models that reach us through OpenRouter alone. It chooses among hosts whose prices differ: what it bills comes with the answer, and
 * what stands here is for estimates. Read in November 2026: openrouter.ai/<model>.
 */
const router = (
  name: string,
  displayName: string,
  maxOutputTokens: number | null,
  capabilities: ModelCapabilities,
  more: Partial<ModelSnapshot> = {},
): ModelSnapshot => ({
  name,
  displayName,
  maxOutputTokens,
  capabilities,
  parameters: taken(maxOutputTokens),
  api: ['chat'],
  ...more,
})
const taken = (maxOutputTokens: number | null, more: Parameters = {}): Parameters => ({
  temperature,
  topP,
  maxTokens: upTo(maxOutputTokens),
  stop: {},
  ...more,
})

const LOW_HIGH_MAX = ['low', 'high', 'max'] as const

export const OPENROUTER: ProviderSnapshot = {
  provider: 'openrouter',
  dataSetId: 'openrouter',
  constant: 'OPENROUTER',
  models: [
    router('moonshotai/kimi-k3', 'Kimi K3', 262_144, able('vision', 'tools', 'jsonObject', 'jsonSchema', 'thinking'), {
      parameters: { maxTokens: upTo(262_144), reasoningEffort: effort(LOW_HIGH_MAX, 'max') },
      thinking: { modes: ['effort'], byDefault: true },
    }),
    router('moonshotai/kimi-k2.6', 'Kimi K2.6', 262_144, able('vision', 'tools', 'jsonObject', 'jsonSchema', 'thinking'), {
      contextTokens: 262_144,
      thinking: { modes: [], byDefault: true },
    }),
    router('z-ai/glm-5.3', 'GLM 5.3', 131_072, able('tools', 'jsonObject', 'jsonSchema', 'thinking'), {
      parameters: taken(131_072, { reasoningEffort: effort(LOW_HIGH_MAX, 'max') }),
      thinking: { modes: ['effort'], byDefault: true },
    }),
    router('minimax/minimax-m3', 'MiniMax M3', null, able('vision', 'tools', 'jsonObject', 'jsonSchema', 'thinking')),
    router('qwen/qwen3.7-max', 'Qwen3.7 Max', 65_536, able('tools', 'jsonObject', 'jsonSchema', 'thinking')),
    router('qwen/qwen3.7-plus', 'Qwen3.7 Plus', 65_536, able('vision', 'tools', 'jsonObject', 'jsonSchema', 'thinking')),
    router('amazon/nova-2-lite-v1', 'Amazon Nova 2 Lite', 65_535, able('vision', 'files', 'tools', 'thinking')),
    router('cohere/command-a', 'Cohere Command A', 8_192, able('jsonObject', 'jsonSchema')),
  ],
}
