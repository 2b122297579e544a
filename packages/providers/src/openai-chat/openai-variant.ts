import type { Model } from '@vitrine/contracts'
import { ownNative } from '../dialect/native-turn.ts'
import type { ChatVariant } from './chat-variant.ts'

export const openAiVariant: ChatVariant = {
  writeReasoning: (body, { reasoningEffort, thinking }, { facts, report, isRefused }) => {
    if (reasoningEffort !== undefined && !isRefused('reasoningEffort')) body.reasoning_effort = reasoningEffort
    if (thinking === undefined || isRefused('thinking')) return
    const { type, budgetTokens } = thinking
    if (isOpenAi(facts)) report.drop('thinking', 'OpenAI has no such parameter: reasoning_effort says how much its models think')
    else body.thinking = { type, ...(budgetTokens === undefined ? {} : { budget_tokens: budgetTokens }) }
  },

  replayed: (message, path, report) => {
    if (message.thinking !== undefined && message.thinking.length > 0) {
      report.drop(`${path}.thinking`, 'chat completions take no thinking of earlier answers')
    }
    ownNative(message, 'openai-chat', path, report)
    return {}
  },
}

export const isOpenAi = (facts: Model | null): boolean => facts?.provider === 'openai'
