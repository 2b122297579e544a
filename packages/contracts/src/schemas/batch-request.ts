import { z } from 'zod'
import { LONGEST_IDEMPOTENCY_KEY, LONGEST_ROW_ID, MOST_BATCH_ROWS, MOST_ROWS_AT_ONCE } from '../batch-request.ts'
import { documented, foreignObject } from './documented.ts'
import { messageSchema } from './message.ts'
import { promptFields } from './test-request.ts'

const rowFields = {
  row_id: z.string().min(1).max(LONGEST_ROW_ID),
  inputs: foreignObject().nullish(),
  idempotency_key: z.string().min(1).max(LONGEST_IDEMPOTENCY_KEY).nullish(),
}
const batchFields = {
  ...promptFields,
  concurrency: z.int().min(1).max(MOST_ROWS_AT_ONCE),
  stop_on_error: z.boolean().nullish(),
  text_deltas: z.boolean().nullish(),
  wire_in_events: z.boolean().nullish(),
}
const DESCRIPTION =
  'concurrency bounds how many rows run at once; stop_on_error starts no row after one has failed; text_deltas lets part-delta events through; with wire_in_events a row-result does not repeat what the wire events told. A row with an idempotency_key is answered with its earlier result where there is one.'

const rowSchema = z.strictObject(rowFields).register(documented, { id: 'CompletionBatchRow', title: 'CompletionBatchRow' })
const chatRowSchema = z.strictObject({ ...rowFields, messages: z.array(messageSchema).nullish() }).register(documented, {
  id: 'ChatBatchRow',
  title: 'ChatBatchRow',
  description: 'messages is the history of the row; it is appended after the rendered template as it is.',
})

/** @see CompletionBatchRequest */
export const completionBatchRequestSchema = z
  .strictObject({ ...batchFields, rows: z.array(rowSchema).min(1).max(MOST_BATCH_ROWS) })
  .register(documented, { id: 'CompletionBatchRequest', title: 'CompletionBatchRequest', description: DESCRIPTION })

/** @see ChatBatchRequest */
export const chatBatchRequestSchema = z
  .strictObject({ ...batchFields, rows: z.array(chatRowSchema).min(1).max(MOST_BATCH_ROWS) })
  .register(documented, { id: 'ChatBatchRequest', title: 'ChatBatchRequest', description: DESCRIPTION })
