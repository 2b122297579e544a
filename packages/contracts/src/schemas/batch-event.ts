import { z } from 'zod'
import { BATCH_STOPS, type BatchEventName } from '../batch-event.ts'
import { documented } from './documented.ts'
import { errorBodySchema } from './error-body.ts'
import { streamEventDataSchemas as single } from './stream-event.ts'
import { countSchema } from './usage.ts'

const row = { row_id: z.string() }
const count = countSchema()

/** The data of each event of a batch in its wire form; the event's name is the key. */
export const batchEventDataSchemas = {
  'row-start': z.object({ ...row, trace_id: z.string(), span_id: z.string() }).register(documented, { id: 'RowStartEvent' }),
  'response-start': z.object({ ...row, ...single['response-start'].shape }).register(documented, { id: 'RowResponseStartEvent' }),
  'part-start': z.object({ ...row, ...single['part-start'].shape }).register(documented, { id: 'RowPartStartEvent' }),
  'part-delta': z.object({ ...row, ...single['part-delta'].shape }).register(documented, { id: 'RowPartDeltaEvent' }),
  'part-end': z.object({ ...row, ...single['part-end'].shape }).register(documented, { id: 'RowPartEndEvent' }),
  logprobs: z.object({ ...row, ...single.logprobs.shape }).register(documented, { id: 'RowLogprobsEvent' }),
  retry: z.object({ ...row, ...single.retry.shape }).register(documented, { id: 'RowRetryEvent' }),
  usage: z.object({ ...row, ...single.usage.shape }).register(documented, { id: 'RowUsageEvent' }),
  cost: z.object({ ...row, ...single.cost.shape }).register(documented, { id: 'RowCostEvent' }),
  'response-end': z.object({ ...row, ...single['response-end'].shape }).register(documented, { id: 'RowResponseEndEvent' }),
  raw: z.object({ ...row, ...single.raw.shape }).register(documented, { id: 'RowRawEvent' }),
  wire: z.object({ ...row, ...single.wire.shape }).register(documented, { id: 'RowWireEvent' }),
  round: z.object({ ...row, ...single.round.shape }).register(documented, { id: 'RowRoundEvent' }),
  'row-result': z.object({ ...row, ...single.result.shape, replayed: z.literal(true).exactOptional() }).register(documented, {
    id: 'RowResultEvent',
    description: 'The TestResponse of a row. replayed: it is the result of an earlier run with the same idempotency key.',
  }),
  'row-error': z.object({ ...row, ...errorBodySchema.shape }).register(documented, { id: 'RowErrorEvent' }),
  heartbeat: single.heartbeat,
  'batch-end': z
    .object({
      counts: z.object({ rows: count, succeeded: count, failed: count, not_started: count, replayed: count }),
      not_started: z.array(z.string()),
      stopped_by: z.enum(BATCH_STOPS).exactOptional(),
    })
    .register(documented, {
      id: 'BatchEndEvent',
      description: 'Always last. not_started lists the rows that were not begun, because one failed or because the service shuts down.',
    }),
} satisfies Record<BatchEventName, z.ZodType>
