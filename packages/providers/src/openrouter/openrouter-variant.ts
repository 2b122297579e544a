import type { ModelSettings, ThinkingSetting } from '@vitrine/contracts'
import type { ChatVariant, ReasoningContext } from '../openai-chat/chat-variant.ts'
import type { ChatBody } from '../openai-chat/wire.ts'
import { ownNative } from '../dialect/native-turn.ts'
import { reasoningOf } from './native-answer.ts'

/**
 * Where OpenRouter's requests differ from OpenAI's: `reasoning` instead of `reasoning_effort` and `thinking`, and the reasoning of earlier
 * answers goes back with them. Whatever else OpenRouter takes (`provider`, with its `require_parameters`, `models`, `plugins`, `debug`,
 * `reasoning.exclude`) is the caller's to set, in `extraBody`.
 * @see https://openrouter.ai/docs/guides/best-practices/reasoning-tokens
 */
export const openRouterVariant: ChatVariant = {
  writeReasoning,

  replayed: (message, path, report) => {
    const items = ownNative(message, 'openrouter', path, report)
    const details = items === null ? null : reasoningOf(items, message)
    if (details !== null) return { reasoning_details: details }
    if (items !== null)
      report.drop(`${path}.native`, 'the answer was changed since it was written, and its reasoning belongs to the first one')
    if (message.thinking !== undefined && message.thinking.length > 0) {
      report.drop(`${path}.thinking`, 'OpenRouter takes the reasoning of an earlier answer only as it wrote it itself')
    }
    return {}
  },
}

/** OpenRouter takes an effort or a number of tokens, not both; the number is the more exact of the two. */
function writeReasoning(
  body: ChatBody,
  { reasoningEffort, thinking }: ModelSettings,
  { report, isRefused }: Pick<ReasoningContext, 'report' | 'isRefused'>,
): void {
  const effort = reasoningEffort === undefined || isRefused('reasoningEffort') ? undefined : reasoningEffort
  const asked = thinking === undefined || isRefused('thinking') ? undefined : thinking
  if (effort === undefined && asked === undefined) return
  const reasoning = reasoningFor(effort, asked)
  body.reasoning = reasoning
  if (asked !== undefined) report.change('thinking', asked, { reasoning }, 'OpenRouter has its own field for it')
  if (effort === undefined) return
  if ('effort' in reasoning) report.change('reasoning_effort', effort, { reasoning }, 'OpenRouter has its own field for it')
  else report.drop('reasoning_effort', 'thinking is set too, and only one of them can be sent')
}

function reasoningFor(effort: string | undefined, thinking: ThinkingSetting | undefined): Readonly<Record<string, unknown>> {
  if (thinking?.type === 'disabled') return { enabled: false }
  if (thinking?.budgetTokens !== undefined) return { max_tokens: thinking.budgetTokens }
  return effort === undefined ? { enabled: true } : { effort }
}
