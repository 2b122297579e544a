import type { Dialect } from '../provider.ts'
import { readChatBody } from './body.ts'
import { readFailure } from '../dialect/read-failure.ts'
import { prepareChat } from './request.ts'
import { ChatReducer } from './stream.ts'

/**
 * Chat completions: OpenAI's wire, spoken by LiteLLM, vLLM, llama.cpp, Ollama and many others.
 * @see https://platform.openai.com/docs/api-reference/chat
 */
export const openAiChat: Dialect = {
  name: 'openai-chat',
  prepare: (call) => prepareChat(call),
  createReducer: ({ headers }) => new ChatReducer(headers),
  readBody: (body, headers) => readChatBody(body, headers),
  readFailure,
}
