import type { ChatCompletionCreateParamsNonStreaming, ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'

/** A request's body while it is written. Its fields are those that the official client knows, and `thinking`, which gateways take. */
export type ChatBody = Partial<
  Record<keyof ChatCompletionCreateParamsNonStreaming | keyof ChatCompletionCreateParamsStreaming | 'thinking', unknown>
>
