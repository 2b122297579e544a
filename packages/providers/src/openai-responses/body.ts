import type { ProviderEvent } from '@vitrine/contracts'
import { findError } from '../dialect/error-facts.ts'
import { isObject, type Json } from '../dialect/json.ts'
import { costOfHeaders } from '../dialect/cost.ts'
import { errorOfEvent } from './failure.ts'
import { ResponsesReducer } from './stream.ts'

type Headers = Readonly<Record<string, string>>

/** A whole answer is read by what reads a stream's end, so that both ways to an answer know the same peculiarities. */
export function readResponsesBody(body: unknown, headers: Headers): readonly ProviderEvent[] {
  if (!isResponse(body))
    return isObject(body) && findError(body) !== null ? [{ type: 'error', error: errorOfEvent(body, headers) }] : noResponse(body)
  const reducer = new ResponsesReducer(headers)
  reducer.pushWhole(body)
  const events = reducer.end()
  const end = events.findIndex(({ type }) => type === 'response-end')
  const cost = costOfHeaders(headers)
  if (end === -1 || cost === null || events.some(({ type }) => type === 'cost')) return events
  return events.toSpliced(end, 0, cost)
}

const isResponse = (body: unknown): body is Json =>
  isObject(body) && (Array.isArray(body['output']) || (body['object'] === 'response' && typeof body['status'] === 'string'))

const noResponse = (body: unknown): readonly ProviderEvent[] => [
  { type: 'raw', eventType: 'body', data: body },
  {
    type: 'error',
    error: {
      code: 'provider_error',
      message:
        'Invalid Responses payload: the provider answered with JSON that is no response of this API. Check the base URL, and that its server has /responses; else ask through chat completions (`api`: `chat`).',
      meta: { provider: body, retryable: false },
    },
  },
]
