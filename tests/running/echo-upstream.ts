import { chatCompletion, type FakeReply, jsonReply, type RecordedRequest, responsesWhole } from '@vitrine/testkit'

interface ChatBody {
  readonly model: string
  readonly messages: readonly { readonly content?: string | null | readonly { readonly text?: string }[] }[]
  readonly response_format?: { readonly type: string }
  readonly tools?: readonly object[]
}

/** The model that only judges. */
export const JUDGE = 'gpt-4o'

const HEAD = { id: 'chatcmpl-echo', object: 'chat.completion', created: 1_700_000_000, model: 'echo' }
const USAGE = { prompt_tokens: 12, completion_tokens: 4, total_tokens: 16 }

const bodyOf = ({ text }: Pick<RecordedRequest, 'text'>): ChatBody => JSON.parse(text) as ChatBody
const isForJudge = ({ model, messages }: ChatBody): boolean => model === JUDGE && /rubric/i.test(JSON.stringify(messages))

function lastText({ messages }: ChatBody): string {
  const content = messages.at(-1)?.content ?? ''
  return typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('')
}

/**
 * Answers with what it was told last: in JSON where a form is asked for, as a call where there are tools. As a judge it finds that what is
 * rude is not polite.
 */
export function echoUpstream(request: Pick<RecordedRequest, 'text' | 'path'>): FakeReply {
  if (request.path.endsWith('/responses')) return responsesWhole(request.text.includes('json_schema') ? '{"count": 3}' : 'Said.')
  const body = bodyOf(request)
  const text = lastText(body)
  if (isForJudge(body)) {
    const pass = !request.text.includes('rude')
    return chatCompletion(JSON.stringify({ reason: 'Because.', score: pass ? 0.95 : 0.1, pass }))
  }
  if (body.tools === undefined) {
    return chatCompletion(body.response_format === undefined ? text : `{"said": ${JSON.stringify(text)}, "count": 3}`)
  }
  const call = { id: 'call_1', type: 'function', function: { name: 'look_up', arguments: JSON.stringify({ word: text }) } }
  const message = { role: 'assistant', content: null, tool_calls: [call] }
  return jsonReply({ ...HEAD, choices: [{ index: 0, message, finish_reason: 'tool_calls' }], usage: USAGE })
}

/** With the members of every object in the order of the alphabet. */
const ordered = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The bodies that were answered, those for the judge apart, in an order of their own: callers send them in any. */
export const answeredRequests = (requests: readonly RecordedRequest[]): readonly string[] =>
  requests
    .map(bodyOf)
    .filter((body) => !isForJudge(body))
    .map((body) => JSON.stringify(body, ordered))
    .toSorted()
