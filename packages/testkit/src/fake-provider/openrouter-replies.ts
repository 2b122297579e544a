import type { FakeReply } from './fake-reply.ts'
import { jsonReply } from './fake-reply.ts'

const HEAD = { id: 'gen-fake-1', provider: 'Fake Inference', model: 'fake/model', created: 1_700_000_000 }

export const OPENROUTER_USAGE = {
  prompt_tokens: 12,
  completion_tokens: 4,
  total_tokens: 16,
  cost: 0.000_25,
  is_byok: false,
  prompt_tokens_details: { cached_tokens: 8, cache_write_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 2 },
  cost_details: {
    upstream_inference_cost: null,
    upstream_inference_prompt_cost: 0.000_05,
    upstream_inference_completions_cost: 0.000_2,
  },
} as const

const PROCESSING = ': OPENROUTER PROCESSING'

/** One chunk as the text behind `data:`. */
export const openRouterChunk = (delta: object, finishReason: string | null = null): string =>
  JSON.stringify({
    ...HEAD,
    object: 'chat.completion.chunk',
    choices: [
      { index: 0, delta: { role: 'assistant', ...delta }, finish_reason: finishReason, native_finish_reason: finishReason, logprobs: null },
    ],
  })

export const openRouterUsageEvent = JSON.stringify({
  ...HEAD,
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }],
  usage: OPENROUTER_USAGE,
})

/** An error of the provider behind OpenRouter, inside a stream whose status was good. */
export const openRouterErrorEvent = (message: string): string =>
  JSON.stringify({
    ...HEAD,
    object: 'chat.completion.chunk',
    error: {
      code: 502,
      message: 'Provider returned error',
      metadata: { provider_name: 'Fake Inference', raw: JSON.stringify({ error: { message } }) },
    },
    choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: 'error' }],
  })

const textChunks = (text: string): readonly string[] => {
  const characters = Array.from(text)
  return Array.from({ length: Math.ceil(characters.length / 3) }, (_, position) =>
    openRouterChunk({ content: characters.slice(position * 3, position * 3 + 3).join('') }),
  )
}

/** Comments before the first event, and between the events, as it sends them while a model is slow. */
const commented = (events: readonly string[], changes: FakeReply): FakeReply => ({
  body: [
    PROCESSING,
    PROCESSING,
    ...events.flatMap((data, position) => (position === 1 ? [PROCESSING, `data: ${data}`] : [`data: ${data}`])),
  ]
    .map((lines) => `${lines}\n\n`)
    .join(''),
  ...changes,
  headers: { 'content-type': 'text/event-stream', ...changes.headers },
})

/** A whole streamed answer, with comments in front: role, text, end, usage with its cost, `[DONE]`. */
export const openRouterStream = (text: string, changes: FakeReply = {}): FakeReply =>
  commented(
    [openRouterChunk({ content: '' }), ...textChunks(text), openRouterChunk({ content: '' }, 'stop'), openRouterUsageEvent, '[DONE]'],
    changes,
  )

/** A streamed answer out of these chunks. */
export const openRouterChunks = (chunks: readonly string[], changes: FakeReply = {}): FakeReply =>
  commented([...chunks, openRouterUsageEvent, '[DONE]'], changes)

/** A streamed answer that begins and does not end; `rest` are the events that come instead. */
export const openRouterBeginning = (text: string, rest: readonly string[] = [], changes: FakeReply = {}): FakeReply =>
  commented([openRouterChunk({ content: '' }), ...textChunks(text), ...rest], changes)

/** An answer in one piece. */
export const openRouterCompletion = (message: string | object, changes: FakeReply = {}): FakeReply =>
  jsonReply(
    {
      ...HEAD,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', ...(typeof message === 'string' ? { content: message, refusal: null, reasoning: null } : message) },
          finish_reason: 'stop',
          native_finish_reason: 'stop',
        },
      ],
      usage: OPENROUTER_USAGE,
    },
    changes,
  )

export const openRouterFailure = (
  status: number,
  error: { readonly message: string; readonly metadata?: object },
  headers: Readonly<Record<string, string>> = {},
): FakeReply => jsonReply({ error: { code: status, ...error } }, { status, headers })
