import type { Dialect } from '../provider.ts'
import { readFailure } from '../dialect/read-failure.ts'
import { readChatBody } from '../openai-chat/body.ts'
import { prepareChat } from '../openai-chat/request.ts'
import { ChatReducer } from '../openai-chat/stream.ts'
import { OpenRouterExtension } from './openrouter-extension.ts'
import { openRouterVariant } from './openrouter-variant.ts'

/**
 * OpenRouter: chat completions with its own field for reasoning, which goes back with the next turn, comments as a waiting sign, and the
 * price of each answer in its usage. Usage and cost come unasked. It is sent no headers that would list the caller in its rankings.
 * @see https://openrouter.ai/docs/api-reference/overview
 */
export const openRouter: Dialect = {
  name: 'openrouter',
  prepare: (call) => prepareChat(call, openRouterVariant),
  createReducer: ({ headers }) => new ChatReducer(headers, new OpenRouterExtension()),
  readBody: (body, headers) => readChatBody(body, headers, new OpenRouterExtension()),
  readFailure,
}
