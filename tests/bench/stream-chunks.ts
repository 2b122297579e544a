const head = {
  id: 'chatcmpl-stub',
  object: 'chat.completion.chunk',
  created: 1_700_000_000,
  model: 'gpt-4o-mini',
  system_fingerprint: 'fp_0',
}
const chunk = (delta: object, finish: string | null): string =>
  `data: ${JSON.stringify({ ...head, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })}\n\n`
const usage = { prompt_tokens: 20, completion_tokens: 400, total_tokens: 420 }

/** One piece of an answer as OpenAI writes it. */
export const streamChunk = (content: string): Uint8Array => Buffer.from(chunk({ content }, null))

/** The last chunks of an answer and its end. */
export const STREAM_END: Uint8Array = Buffer.from(
  `${chunk({}, 'stop')}data: ${JSON.stringify({ ...head, choices: [], usage })}\n\ndata: [DONE]\n\n`,
)
