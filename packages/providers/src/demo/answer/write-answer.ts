import type { ChatRequest } from '../chat-request.ts'
import { tokensOf } from '../tokens.ts'
import type { Answer } from './answer.ts'
import { logprobsOf } from './logprobs.ts'
import { promptTokens } from './prompt-tokens.ts'
import type { WrittenAnswer, WrittenToolCall, WrittenUsage } from './written-answer.ts'

/** Up to the first of the stop sequences, which itself is left out. */
function untilStop(text: string, stops: readonly string[]): string {
  const ends = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0)
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends))
}

function usageOf(prompt: number, completion: number, reasoning: number): WrittenUsage {
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: reasoning,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  }
}

/**
 * Brings an answer into the limits of its request. Thinking counts towards the token limit and comes first, so that a low limit can
 * leave nothing for the text; stop sequences concern the text alone.
 */
export function writeAnswer(answer: Answer, request: ChatRequest, callId: (index: number) => string): WrittenAnswer {
  let left = request.maxTokens ?? Number.POSITIVE_INFINITY
  let isCut = false
  const take = (tokens: readonly string[]): readonly string[] => {
    const taken = tokens.length > left ? tokens.slice(0, left) : tokens
    isCut ||= taken.length < tokens.length
    left -= taken.length
    return taken
  }
  const reasoning = take(tokensOf(answer.reasoning ?? ''))
  const text = take(tokensOf(untilStop(answer.text ?? '', request.stop)))
  const refusal = take(tokensOf(answer.refusal ?? ''))
  const toolCalls: WrittenToolCall[] = []
  let nameTokens = 0
  for (const [index, call] of (answer.toolCalls ?? []).entries()) {
    const name = take(tokensOf(call.name)).length
    if (isCut) break
    nameTokens += name
    toolCalls.push({ id: callId(index), name: call.name, argumentTokens: take(tokensOf(call.arguments)) })
  }
  const calls = toolCalls.reduce((sum, call) => sum + call.argumentTokens.length, nameTokens)
  const completion = reasoning.length + text.length + refusal.length + calls
  return {
    reasoning,
    text,
    refusal,
    toolCalls,
    logprobs: request.logprobs
      ? {
          text: logprobsOf(text, answer.choicePoints ?? [], request.topLogprobs),
          refusal: logprobsOf(refusal, [], request.topLogprobs),
        }
      : null,
    finishReason: isCut ? 'length' : toolCalls.length > 0 ? 'tool_calls' : 'stop',
    usage: usageOf(promptTokens(request), completion, reasoning.length),
  }
}
