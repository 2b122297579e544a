import { LONGEST_IDEMPOTENCY_KEY } from '../batch-request.ts'
import { WIRE_DETAILS } from '../wire-attempt.ts'
import type { JsonObject } from './open-api-document.ts'

const header = (name: string, description: string, schema: JsonObject): JsonObject => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
})

export const PROJECT: JsonObject = {
  name: 'project_id',
  in: 'query',
  required: true,
  description: 'The project that the run belongs to; it must be among those of the token.',
  schema: { type: 'string', format: 'uuid' },
}

export const COUNT: JsonObject = {
  name: 'count',
  in: 'query',
  required: false,
  description: 'provider has the tokens counted by the provider, where it can: it is then sent the prompt. Without it nothing leaves.',
  schema: { enum: ['provider'] },
}

const ACCEPT = header('Accept', 'text/event-stream for a stream; anything else that allows JSON means JSON.', {
  type: 'string',
  examples: ['application/json', 'text/event-stream'],
})

/** What a batch can be told beside its body; it is told to each of its rows. */
export const BATCH_HEADERS: readonly JsonObject[] = [
  header('X-Vitrine-Wire', 'Adds what was really sent to the reply; full adds every stream event as it was received.', {
    enum: [...WIRE_DETAILS],
  }),
  header('X-Vitrine-Deadline-Ms', 'Milliseconds after which a run is given up.', { type: 'integer', minimum: 1 }),
  header('X-Vitrine-Run', 'The run of many rows that this request belongs to.', { type: 'string' }),
  header('traceparent', 'W3C trace context; the request becomes part of that trace.', { type: 'string' }),
]

/** What a run can be told beside its body. */
export const RUN_HEADERS: readonly JsonObject[] = [
  ACCEPT,
  ...BATCH_HEADERS,
  header('X-Vitrine-Row', 'The row within the run.', { type: 'string' }),
]

export const IDEMPOTENCY_KEY: JsonObject = header(
  'Idempotency-Key',
  'The same request sent again with the same key is answered with the first result, for as long as that is kept; a run that failed is run again.',
  { type: 'string', minLength: 1, maxLength: LONGEST_IDEMPOTENCY_KEY },
)
