import type { ChatCompletionCreateParamsNonStreaming, ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'

/** A request's body while it is written. Its fields are those that the official client knows, `thinking`, which gateways take, and OpenRouter's `reasoning`. */
export type ChatBody = Partial<
  Record<keyof ChatCompletionCreateParamsNonStreaming | keyof ChatCompletionCreateParamsStreaming | 'thinking' | 'reasoning', unknown>
>
