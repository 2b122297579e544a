import type { Model } from '@vitrine/contracts'
import { DEMO_MODELS } from '../demo-models.data.ts'
import { ANTHROPIC_MODELS } from './anthropic-models.data.ts'
import { DEEPSEEK_MODELS } from './deepseek-models.data.ts'
import { GOOGLE_MODELS } from './google-models.data.ts'
import { GROQ_MODELS } from './groq-models.data.ts'
import { MISTRAL_MODELS } from './mistral-models.data.ts'
import { OPENAI_MODELS } from './openai-models.data.ts'
import { OPENROUTER_MODELS } from './openrouter-models.data.ts'
import { XAI_MODELS } from './xai-models.data.ts'

/** Every model we list, the demo's first, in the order a picker shows them. */
export const MODELS: readonly Model[] = [
  ...DEMO_MODELS,
  ...OPENAI_MODELS,
  ...ANTHROPIC_MODELS,
  ...GOOGLE_MODELS,
  ...MISTRAL_MODELS,
  ...DEEPSEEK_MODELS,
  ...XAI_MODELS,
  ...GROQ_MODELS,
  ...OPENROUTER_MODELS,
]
