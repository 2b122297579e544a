import type { z } from 'zod'
import { batchEventDataSchemas } from '../schemas/batch-event.ts'
import { errorBodySchema } from '../schemas/error-body.ts'
import { streamEventDataSchemas } from '../schemas/stream-event.ts'
import { testResponseSchema } from '../schemas/test-response.ts'
import { componentRef } from './component-schemas.ts'
import type { JsonObject } from './open-api-document.ts'

const json = (schema: z.ZodType): JsonObject => ({ 'application/json': { schema: componentRef(schema) } })

export const answer = (description: string, schema: z.ZodType): JsonObject => ({ description, content: json(schema) })
export const failure = (description: string): JsonObject => answer(description, errorBodySchema)

const retryAfter = { 'Retry-After': { description: 'Whole seconds.', schema: { type: 'integer', minimum: 0 } } }

/** What every call with a body can end in. Which code has which status is the service's to know. */
export const failures = (): Readonly<Record<string, JsonObject>> => ({
  401: failure('There is no valid token.'),
  403: failure('The project or the model is not allowed.'),
  406: failure('Neither JSON nor an event stream is accepted.'),
  413: failure('The body is too large.'),
  415: failure('The body is not JSON.'),
  422: failure('The request cannot be run; the code says why, meta says where.'),
  429: { ...failure('A rate limit or quota is used up.'), headers: retryAfter },
  500: failure('The provider failed, or the service did.'),
  503: { ...failure('The service cannot take requests now.'), headers: retryAfter },
  504: failure('The deadline passed, or the provider did not answer in time.'),
})

/** What a request with an idempotency key can be refused with beside the rest. */
export const inFlight = (): Readonly<Record<string, JsonObject>> => ({
  409: failure('The same request is being answered already; its result comes with the first one.'),
})

const eventStream = (description: string, schemas: Readonly<Record<string, z.ZodType>>): JsonObject => ({
  'text/event-stream': {
    schema: {
      type: 'string',
      description: `Each event is a line "event: <type>" and one line "data: <JSON>". ${description} x-events names the data of each type.`,
      'x-events': Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, componentRef(schema)])),
    },
  },
})

/** The answer to a batch: the events of its rows, in the order in which they come. */
export const batchAnswer = (): JsonObject => ({
  description: 'The rows as they come along, each told apart by row_id.',
  content: eventStream(
    'Every row that was started begins with "row-start" and ends with "row-result" or "row-error". The last event is "batch-end"; a stream without it was interrupted, and the rows without an end can be sent again.',
    batchEventDataSchemas,
  ),
})

/** The answer to a run: one document, or the events that lead to it. */
export const runAnswer = (): JsonObject => ({
  description: 'The answer; as a stream when Accept is text/event-stream.',
  content: {
    ...json(testResponseSchema),
    ...eventStream(
      'The last event is "result", or "error" after which what was received stays valid; a stream that ends without either was interrupted.',
      streamEventDataSchemas,
    ),
  },
})
