import { jsonReply, sseReply, type FakeReply } from './fake-reply.ts'

export interface ChatUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
}
export const CHAT_USAGE: ChatUsage = { prompt_tokens: 12, completion_tokens: 4, total_tokens: 16 }

const HEAD = { id: 'chatcmpl-fake-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'fake-model-2026' }

/** One chunk of a chat completions stream, as the text behind `data:`. */
export const chatChunk = (delta: object, finishReason: string | null = null): string =>
  JSON.stringify({ ...HEAD, choices: [{ index: 0, delta, finish_reason: finishReason }] })

/** The text in pieces of three characters, which cut through nothing that is one. */
const textChunks = (text: string): readonly string[] => {
  const characters = Array.from(text)
  const pieces = Array.from({ length: Math.ceil(characters.length / 3) }, (_, position) =>
    characters.slice(position * 3, position * 3 + 3).join(''),
  )
  return pieces.map((content) => chatChunk({ content }))
}

const opening = chatChunk({ role: 'assistant', content: '' })
const usageChunk = JSON.stringify({ ...HEAD, choices: [], usage: CHAT_USAGE })

/** A whole streamed answer: role, text, end, usage, `[DONE]`. */
export const chatStream = (text: string, changes: FakeReply = {}): FakeReply =>
  sseReply([opening, ...textChunks(text), chatChunk({}, 'stop'), usageChunk, '[DONE]'], changes)

/** A streamed answer that begins and does not end; `rest` are the events that come instead. */
export const chatBeginning = (text: string, rest: readonly string[] = [], changes: FakeReply = {}): FakeReply =>
  sseReply([opening, ...textChunks(text), ...rest], changes)

/** The same answer in one piece. */
export const chatCompletion = (text: string, changes: FakeReply = {}): FakeReply =>
  jsonReply(
    {
      ...HEAD,
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
      usage: CHAT_USAGE,
    },
    changes,
  )

/** An error inside a stream whose status was good. */
export const chatErrorEvent = (message: string, code: string | number = 'server_error'): string =>
  JSON.stringify({ error: { message, type: 'server_error', param: null, code } })

export const chatUsageEvent = usageChunk

export const chatFailure = (
  status: number,
  error: { readonly message: string; readonly type?: string; readonly code?: string | null; readonly param?: string | null },
  headers: Readonly<Record<string, string>> = {},
): FakeReply => jsonReply({ error: { type: 'invalid_request_error', param: null, code: null, ...error } }, { status, headers })
