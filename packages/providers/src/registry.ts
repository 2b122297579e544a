import { anthropic } from './anthropic/index.ts'
import { openAiChat } from './openai-chat/index.ts'
import { openAiResponses } from './openai-responses/index.ts'
import { openRouter } from './openrouter/index.ts'
import type { Dialect } from './provider.ts'

/** The wire dialects by name. A new one is a folder beside this file and a line here. */
export const DIALECTS = {
  anthropic,
  'openai-chat': openAiChat,
  'openai-responses': openAiResponses,
  openrouter: openRouter,
} as const satisfies Readonly<Record<string, Dialect>>
export type DialectName = keyof typeof DIALECTS

/** A provider that can be set up by its key, its address, or both. */
export interface ProviderDefinition {
  readonly id: string
  readonly displayName: string
  /** Asked in this one unless something speaks for another. */
  readonly dialect: DialectName
  /** Further dialects that its endpoint knows. */
  readonly alsoSpeaks?: readonly DialectName[]
  /** Null where the operator has to say where it is. */
  readonly defaultBaseUrl: string | null
  readonly keyOptional: boolean
  /** What its key and its address go by in the environment beside its own name: `GEMINI` for `GEMINI_API_KEY`. */
  readonly alsoNamed?: readonly string[]
  /** A server that people run on their own machine: the port it listens on when nobody told it otherwise. */
  readonly loopbackPort?: number
}

export const PROVIDER_DEFINITIONS: readonly ProviderDefinition[] = [
  {
    id: 'openai',
    displayName: 'OpenAI',
    dialect: 'openai-chat',
    alsoSpeaks: ['openai-responses'],
    defaultBaseUrl: 'https://api.openai.com/v1',
    keyOptional: false,
  },
  { id: 'anthropic', displayName: 'Anthropic', dialect: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com/v1', keyOptional: false },
  {
    id: 'openrouter',
    displayName: 'OpenRouter',
    dialect: 'openrouter',
    defaultBaseUrl: 'https://openrouter.ai/api/v1',
    keyOptional: false,
  },
  {
    id: 'google',
    displayName: 'Google Gemini',
    dialect: 'openai-chat',
    defaultBaseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    keyOptional: false,
    alsoNamed: ['GEMINI'],
  },
  { id: 'mistral', displayName: 'Mistral', dialect: 'openai-chat', defaultBaseUrl: 'https://api.mistral.ai/v1', keyOptional: false },
  { id: 'deepseek', displayName: 'DeepSeek', dialect: 'openai-chat', defaultBaseUrl: 'https://api.deepseek.com/v1', keyOptional: false },
  {
    id: 'xai',
    displayName: 'xAI',
    dialect: 'openai-chat',
    alsoSpeaks: ['openai-responses'],
    defaultBaseUrl: 'https://api.x.ai/v1',
    keyOptional: false,
  },
  {
    id: 'groq',
    displayName: 'Groq',
    dialect: 'openai-chat',
    alsoSpeaks: ['openai-responses'],
    defaultBaseUrl: 'https://api.groq.com/openai/v1',
    keyOptional: false,
  },
  {
    id: 'litellm',
    displayName: 'LiteLLM',
    dialect: 'openai-chat',
    alsoSpeaks: ['openai-responses', 'anthropic'],
    defaultBaseUrl: null,
    keyOptional: true,
  },
  {
    id: 'ollama',
    displayName: 'Ollama',
    dialect: 'openai-chat',
    alsoSpeaks: ['openai-responses'],
    defaultBaseUrl: null,
    keyOptional: true,
    loopbackPort: 11434,
  },
  {
    id: 'lmstudio',
    displayName: 'LM Studio',
    dialect: 'openai-chat',
    alsoSpeaks: ['openai-responses'],
    defaultBaseUrl: null,
    keyOptional: true,
    loopbackPort: 1234,
  },
  { id: 'llamacpp', displayName: 'llama.cpp', dialect: 'openai-chat', defaultBaseUrl: null, keyOptional: true, loopbackPort: 8080 },
  {
    id: 'vllm',
    displayName: 'vLLM',
    dialect: 'openai-chat',
    alsoSpeaks: ['openai-responses'],
    defaultBaseUrl: null,
    keyOptional: true,
    loopbackPort: 8000,
  },
  { id: 'demo', displayName: 'Demo', dialect: 'openai-chat', defaultBaseUrl: null, keyOptional: true },
]
