import type { ProviderSnapshot } from './snapshot.ts'
import { ANTHROPIC } from './snapshot/anthropic.data.ts'
import { DEEPSEEK } from './snapshot/deepseek.data.ts'
import { GOOGLE } from './snapshot/google.data.ts'
import { GROQ } from './snapshot/groq.data.ts'
import { MISTRAL } from './snapshot/mistral.data.ts'
import { OPENAI } from './snapshot/openai.data.ts'
import { OPENROUTER } from './snapshot/openrouter.data.ts'
import { XAI } from './snapshot/xai.data.ts'

/** What we know by ourselves, in the order a picker shows it. */
export const SNAPSHOTS: readonly ProviderSnapshot[] = [OPENAI, ANTHROPIC, GOOGLE, MISTRAL, DEEPSEEK, XAI, GROQ, OPENROUTER]
