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

/** What a run can be told beside its body. */
export const RUN_HEADERS: readonly JsonObject[] = [
  header('Accept', 'text/event-stream for a stream; anything else that allows JSON means JSON.', {
    type: 'string',
    examples: ['application/json', 'text/event-stream'],
  }),
  header('X-Vitrine-Wire', 'Adds what was really sent to the reply; full adds every stream event as it was received.', {
    enum: [...WIRE_DETAILS],
  }),
  header('X-Vitrine-Deadline-Ms', 'Milliseconds after which the run is given up.', { type: 'integer', minimum: 1 }),
  header('X-Vitrine-Run', 'The run of many rows that this one belongs to.', { type: 'string' }),
  header('X-Vitrine-Row', 'The row within the run.', { type: 'string' }),
  header('traceparent', 'W3C trace context; the run becomes part of that trace.', { type: 'string' }),
]
