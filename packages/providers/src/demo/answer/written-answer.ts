/** The log probability of a token as OpenAI writes it. `bytes` is the token in UTF-8. */
export interface WrittenLogprob {
  readonly token: string
  readonly logprob: number
  readonly bytes: readonly number[]
  readonly top_logprobs: readonly { readonly token: string; readonly logprob: number; readonly bytes: readonly number[] }[]
}

export interface WrittenToolCall {
  readonly id: string
  readonly name: string
  readonly argumentTokens: readonly string[]
}

export interface WrittenUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
  readonly prompt_tokens_details: { readonly cached_tokens: number; readonly audio_tokens: number }
  readonly completion_tokens_details: {
    readonly reasoning_tokens: number
    readonly audio_tokens: number
    readonly accepted_prediction_tokens: number
    readonly rejected_prediction_tokens: number
  }
}

/** An answer as it goes out: in tokens, cut where the request says. `logprobs` has one entry per token, and is null where none were asked for. */
export interface WrittenAnswer {
  readonly reasoning: readonly string[]
  readonly text: readonly string[]
  readonly refusal: readonly string[]
  readonly toolCalls: readonly WrittenToolCall[]
  readonly logprobs: { readonly text: readonly WrittenLogprob[]; readonly refusal: readonly WrittenLogprob[] } | null
  readonly finishReason: 'stop' | 'length' | 'tool_calls'
  readonly usage: WrittenUsage
}
