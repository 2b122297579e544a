import type { ProviderEvent } from '@vitrine/contracts'
import { findError } from '../dialect/error-facts.ts'
import { isObject } from '../dialect/json.ts'
import { readInnerFailure } from './failure.ts'
import { MessagesReducer } from './stream.ts'

/** A whole answer is read by what reads a stream, so that both ways to an answer know the same peculiarities. */
export function readMessagesBody(body: unknown, headers: Readonly<Record<string, string>>): readonly ProviderEvent[] {
  if (findError(body) !== null) return [{ type: 'error', error: readInnerFailure(body, headers).error }]
  if (!isObject(body) || !Array.isArray(body['content'])) {
    return [
      { type: 'raw', eventType: 'body', data: body },
      {
        type: 'error',
        error: {
          code: 'provider_error',
          message: 'The provider answered with JSON that is no message. Check that the base URL is that of an API like Anthropic’s.',
          meta: { provider: body, retryable: false },
        },
      },
    ]
  }
  const reducer = new MessagesReducer(headers)
  reducer.pushMessage(body)
  return reducer.end()
}
