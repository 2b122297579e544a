import { promptTokens } from '../answer/prompt-tokens.ts'
import type { ChatRequest } from '../chat-request.ts'
import { badRequest, type OpenAiError } from '../http/openai-error.ts'

/** Tokens that a demo model takes, by its own count. */
const CONTEXT_TOKENS = 131_072

export const contextOverflow = (limit: number, tokens: number): OpenAiError =>
  badRequest(
    `This model's maximum context length is ${limit} tokens. However, your messages resulted in ${tokens} tokens. ` +
      'Please reduce the length of the messages.',
    'messages',
    'context_length_exceeded',
  )

export function refuseOverflow(request: ChatRequest): OpenAiError | null {
  const tokens = promptTokens(request)
  return tokens > CONTEXT_TOKENS ? contextOverflow(CONTEXT_TOKENS, tokens) : null
}
