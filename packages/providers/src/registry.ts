import { openAiChat } from './openai-chat/index.ts'
import { openRouter } from './openrouter/index.ts'
import type { Dialect } from './provider.ts'

/** The wire dialects by name. A new one is a folder beside this file and a line here. */
export const DIALECTS = {
  'openai-chat': openAiChat,
  openrouter: openRouter,
} as const satisfies Readonly<Record<string, Dialect>>
export type DialectName = keyof typeof DIALECTS

/** A provider that can be set up by its key, its address, or both. */
export interface ProviderDefinition {
  readonly id: string
  readonly displayName: string
  readonly dialect: DialectName
  /** Null where the operator has to say where it is. */
  readonly defaultBaseUrl: string | null
  readonly keyOptional: boolean
}

export const PROVIDER_DEFINITIONS: readonly ProviderDefinition[] = [
  { id: 'openai', displayName: 'OpenAI', dialect: 'openai-chat', defaultBaseUrl: 'https://api.openai.com/v1', keyOptional: false },
  {
    id: 'openrouter',
    displayName: 'OpenRouter',
    dialect: 'openrouter',
    defaultBaseUrl: 'https://openrouter.ai/api/v1',
    keyOptional: false,
  },
  { id: 'litellm', displayName: 'LiteLLM', dialect: 'openai-chat', defaultBaseUrl: null, keyOptional: true },
  { id: 'demo', displayName: 'Demo', dialect: 'openai-chat', defaultBaseUrl: null, keyOptional: true },
]
