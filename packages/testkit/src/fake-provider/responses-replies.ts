import { jsonReply, type FakeReply } from './fake-reply.ts'

export interface ResponsesUsage {
  readonly input_tokens: number
  readonly input_tokens_details: { readonly cached_tokens: number }
  readonly output_tokens: number
  readonly output_tokens_details: { readonly reasoning_tokens: number }
  readonly total_tokens: number
}
export const RESPONSES_USAGE: ResponsesUsage = {
  input_tokens: 12,
  input_tokens_details: { cached_tokens: 8 },
  output_tokens: 4,
  output_tokens_details: { reasoning_tokens: 2 },
  total_tokens: 16,
}

const HEAD = { id: 'resp_fake_1', object: 'response', created_at: 1_700_000_000, model: 'fake-model-2026', error: null, store: false }
const MESSAGE = 'msg_fake_1'

/** One event of a Responses stream, as the text behind `data:`. */
export const responsesEvent = (type: string, fields: object): string => JSON.stringify({ type, ...fields })

const messageItem = (text: string): object => ({
  id: MESSAGE,
  type: 'message',
  status: 'completed',
  role: 'assistant',
  content: [{ type: 'output_text', text, annotations: [], logprobs: [] }],
})

/** The response that the last event of a stream holds. */
export const responsesCompleted = (output: readonly object[], changes: object = {}): string =>
  responsesEvent('response.completed', { response: { ...HEAD, status: 'completed', output, usage: RESPONSES_USAGE, ...changes } })

/** What each stream begins with. */
export const RESPONSES_OPENING: readonly string[] = [
  responsesEvent('response.created', { response: { ...HEAD, status: 'in_progress', output: [], usage: null } }),
  responsesEvent('response.in_progress', { response: { ...HEAD, status: 'in_progress', output: [], usage: null } }),
]

/** The text in pieces of three characters, which cut through nothing that is one. */
function textEvents(text: string): readonly string[] {
  const characters = Array.from(text)
  const pieces = Array.from({ length: Math.ceil(characters.length / 3) }, (_, position) =>
    characters.slice(position * 3, position * 3 + 3).join(''),
  )
  const place = { item_id: MESSAGE, output_index: 0, content_index: 0 }
  return [
    responsesEvent('response.output_item.added', {
      output_index: 0,
      item: { id: MESSAGE, type: 'message', status: 'in_progress', role: 'assistant', content: [] },
    }),
    responsesEvent('response.content_part.added', { ...place, part: { type: 'output_text', text: '', annotations: [] } }),
    ...pieces.map((delta) => responsesEvent('response.output_text.delta', { ...place, delta, logprobs: [] })),
  ]
}

const endEvents = (text: string): readonly string[] => [
  responsesEvent('response.output_text.done', { item_id: MESSAGE, output_index: 0, content_index: 0, text, logprobs: [] }),
  responsesEvent('response.output_item.done', { output_index: 0, item: messageItem(text) }),
  responsesCompleted([messageItem(text)]),
]

/** Events with the `event:` line that OpenAI writes before each, but for those that are no JSON. */
export const responsesEvents = (events: readonly string[], changes: FakeReply = {}): FakeReply => ({
  body: events.map((data) => `${eventLine(data)}data: ${data}\n\n`).join(''),
  ...changes,
  headers: { 'content-type': 'text/event-stream; charset=utf-8', ...changes.headers },
})

const eventLine = (data: string): string => {
  const [, type] = /^\{"type":"([a-z._]+)"/.exec(data) ?? []
  return type === undefined ? '' : `event: ${type}\n`
}

/** A whole streamed answer, from `response.created` to `response.completed`. */
export const responsesStream = (text: string, changes: FakeReply = {}): FakeReply =>
  responsesEvents([...RESPONSES_OPENING, ...textEvents(text), ...endEvents(text)], changes)

/** A streamed answer that begins and does not end; `rest` are the events that come instead. */
export const responsesBeginning = (text: string, rest: readonly string[] = [], changes: FakeReply = {}): FakeReply =>
  responsesEvents([...RESPONSES_OPENING, ...textEvents(text), ...rest], changes)

/** The same answer in one piece. */
export const responsesWhole = (text: string, changes: FakeReply = {}): FakeReply =>
  jsonReply({ ...HEAD, status: 'completed', output: [messageItem(text)], usage: RESPONSES_USAGE }, changes)

/** An error inside a stream whose status was good, nested as OpenAI sends it. */
export const responsesErrorEvent = (message: string, code = 'server_error'): string =>
  responsesEvent('error', { sequence_number: 9, error: { type: code, code, message, param: null } })

export const responsesUsageEvent = responsesCompleted([])

export const responsesFailure = (
  status: number,
  error: { readonly message: string; readonly type?: string; readonly code?: string | null; readonly param?: string | null },
  headers: Readonly<Record<string, string>> = {},
): FakeReply => jsonReply({ error: { type: 'invalid_request_error', param: null, code: null, ...error } }, { status, headers })
