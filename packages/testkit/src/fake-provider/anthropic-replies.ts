import { jsonReply, sseReply, type FakeReply } from './fake-reply.ts'

export interface AnthropicUsage {
  readonly input_tokens: number
  readonly cache_read_input_tokens: number
  readonly cache_creation_input_tokens: number
  readonly output_tokens: number
}
export const ANTHROPIC_USAGE: AnthropicUsage = {
  input_tokens: 9,
  cache_read_input_tokens: 2,
  cache_creation_input_tokens: 1,
  output_tokens: 4,
}

const HEAD = { id: 'msg_fake_1', type: 'message', role: 'assistant', model: 'fake-model-2026', stop_sequence: null }

/** One event of a streamed message, as the text behind `data:`. */
export const anthropicEvent = (type: string, fields: object = {}): string => JSON.stringify({ type, ...fields })

const opening = anthropicEvent('message_start', {
  message: { ...HEAD, content: [], stop_reason: null, usage: { ...ANTHROPIC_USAGE, output_tokens: 1 } },
})

/** The text in pieces of three characters, which cut through nothing that is one. */
function textEvents(text: string): readonly string[] {
  const characters = Array.from(text)
  const pieces = Array.from({ length: Math.ceil(characters.length / 3) }, (_, position) =>
    characters.slice(position * 3, position * 3 + 3).join(''),
  )
  return [
    anthropicEvent('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    anthropicEvent('ping'),
    ...pieces.map((piece) => anthropicEvent('content_block_delta', { index: 0, delta: { type: 'text_delta', text: piece } })),
  ]
}

/** The count at the end of a message, and why it ended. */
export const anthropicUsageEvent = anthropicEvent('message_delta', {
  delta: { stop_reason: 'end_turn', stop_sequence: null },
  usage: ANTHROPIC_USAGE,
})

/** A whole streamed message. Its events have no `event:` line: what they are stands in their data. */
export const anthropicStream = (text: string, changes: FakeReply = {}): FakeReply =>
  sseReply(
    [opening, ...textEvents(text), anthropicEvent('content_block_stop', { index: 0 }), anthropicUsageEvent, anthropicEvent('message_stop')],
    changes,
  )

/** A streamed message that begins and does not end; `rest` are the events that come instead. */
export const anthropicBeginning = (text: string, rest: readonly string[] = [], changes: FakeReply = {}): FakeReply =>
  sseReply([opening, ...textEvents(text), ...rest], changes)

/** The same message in one piece. */
export const anthropicMessage = (text: string, changes: FakeReply = {}): FakeReply =>
  jsonReply({ ...HEAD, content: [{ type: 'text', text }], stop_reason: 'end_turn', usage: ANTHROPIC_USAGE }, changes)

/** An error inside a stream whose status was good. */
export const anthropicErrorEvent = (message: string, type = 'overloaded_error'): string =>
  anthropicEvent('error', { error: { type, message }, request_id: 'req_fake_1' })

/** A refusal. A rate limit says when to come back, as the real one does: a 429 that says nothing is a limit of spending. */
export const anthropicFailure = (
  status: number,
  { message, type = 'invalid_request_error' }: { readonly message: string; readonly type?: string },
  headers: Readonly<Record<string, string>> = {},
): FakeReply =>
  jsonReply(
    { type: 'error', error: { type, message }, request_id: 'req_fake_1' },
    { status, headers: { ...(status === 429 ? { 'retry-after': '1' } : {}), ...headers } },
  )
