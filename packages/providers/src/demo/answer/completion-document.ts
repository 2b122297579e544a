import type { CompletionHead } from './completion-head.ts'
import type { WrittenAnswer } from './written-answer.ts'

const joined = (tokens: readonly string[]): string | null => (tokens.length > 0 ? tokens.join('') : null)

/** The body of an answer that is not streamed, as OpenAI writes it; `reasoning_content` as DeepSeek and others do. */
export function completionDocument(head: CompletionHead, answer: WrittenAnswer): Readonly<Record<string, unknown>> {
  const reasoning = joined(answer.reasoning)
  const refusal = joined(answer.refusal)
  const calls = answer.toolCalls.map((call) => ({
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: call.argumentTokens.join('') },
  }))
  const hasNoText = refusal !== null || calls.length > 0
  return {
    ...head,
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: hasNoText ? joined(answer.text) : answer.text.join(''),
          refusal,
          ...(reasoning === null ? {} : { reasoning_content: reasoning }),
          ...(calls.length > 0 ? { tool_calls: calls } : {}),
          annotations: [],
        },
        logprobs:
          answer.logprobs === null
            ? null
            : {
                content: refusal === null ? answer.logprobs.text : null,
                refusal: refusal === null ? null : answer.logprobs.refusal,
              },
        finish_reason: answer.finishReason,
      },
    ],
    usage: answer.usage,
  }
}
