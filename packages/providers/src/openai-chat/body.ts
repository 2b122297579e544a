import type { ProviderEvent } from '@vitrine/contracts'
import type { ChatExtension } from './chat-extension.ts'
import { costOfHeaders } from '../dialect/cost.ts'
import { findError } from '../dialect/error-facts.ts'
import { ChatReducer } from './stream.ts'
import { asList, asObject, isObject } from '../dialect/json.ts'

/** A whole answer is read as a stream of one chunk, so that both ways to an answer know the same peculiarities. */
export function readChatBody(
  body: unknown,
  headers: Readonly<Record<string, string>>,
  extension: ChatExtension | null = null,
): readonly ProviderEvent[] {
  const isAnswer = isObject(body) && (findError(body) !== null || isObject(asObject(asList(body['choices'])[0])?.['message']))
  if (!isObject(body) || !isAnswer) {
    return [
      { type: 'raw', eventType: 'body', data: body },
      {
        type: 'error',
        error: {
          code: 'provider_error',
          message:
            'The provider answered with JSON that is no chat completion. Check that the base URL is that of an OpenAI-compatible API.',
          meta: { provider: body, retryable: false },
        },
      },
    ]
  }
  const reducer = new ChatReducer(headers, extension)
  reducer.pushChunk(body)
  const events = reducer.end(true)
  const end = events.findIndex(({ type }) => type === 'response-end')
  const cost = costOfHeaders(headers)
  if (end === -1 || cost === null || events.some(({ type }) => type === 'cost')) return events
  return events.toSpliced(end, 0, cost)
}
