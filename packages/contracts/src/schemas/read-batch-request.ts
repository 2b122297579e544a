import type { z } from 'zod'
import type { BatchRow, BatchRunRequest } from '../batch-run-request.ts'
import { isFields } from '../field-checks.ts'
import type { RequestIssue, RunMode, UnusedSetting } from '../run-request.ts'
import { chatBatchRequestSchema, completionBatchRequestSchema } from './batch-request.ts'
import { promptRequest } from './read-request.ts'
import { requestIssues } from './request-issues.ts'
import { toMessage } from './to-message.ts'
import { unknownSettings } from './unknown-settings.ts'

/** A batch in one form, or every fault that was found in it. */
export type ReadBatchRequest =
  | { readonly ok: true; readonly request: BatchRunRequest }
  | { readonly ok: false; readonly issues: readonly RequestIssue[] }

type Checked = z.output<typeof chatBatchRequestSchema>
type CheckedRow = Checked['rows'][number]

const NOTHING_UNKNOWN: readonly UnusedSetting[] = []

/** `given` is the row as it came: what the schema does not know is gone from the checked one. */
function toRow({ row_id: rowId, inputs, messages, idempotency_key: idempotencyKey }: CheckedRow, given: unknown): BatchRow {
  return {
    rowId,
    inputs: inputs ?? {},
    history: messages?.map(toMessage) ?? [],
    unknown: messages && isFields(given) ? unknownSettings({ ag_config: {}, messages: given['messages'] }) : NOTHING_UNKNOWN,
    ...(idempotencyKey ? { idempotencyKey } : {}),
  }
}

const rowsIn = (body: unknown): readonly unknown[] => (isFields(body) && Array.isArray(body['rows']) ? body['rows'] : [])

/** Rows are told apart by their ids alone, so each id may stand once. */
function* repeatedIds(rows: readonly CheckedRow[]): Generator<RequestIssue> {
  const seen = new Set<string>()
  for (const [at, { row_id: rowId }] of rows.entries()) {
    if (seen.has(rowId)) yield { path: `rows[${at}].row_id`, message: `"${rowId}" is the row_id of another row too` }
    seen.add(rowId)
  }
}

/** A prompt without messages of its own lives by the history of each row. */
function* emptyRows({ messages }: BatchRunRequest['prompt'], rows: readonly BatchRow[]): Generator<RequestIssue> {
  if (messages.length > 0) return
  for (const [at, { history }] of rows.entries()) {
    if (history.length === 0) yield { path: `rows[${at}].messages`, message: 'at least one message, since the prompt has none' }
  }
}

/**
 * Reads the body of a batch; as `readChatRequest`, with the rows' inputs handed on by reference.
 *
 * *Errors*: every fault at once, those of each row with its place. A batch with a fault in its shape is refused whole; what cannot be
 * rendered is for the single row to say.
 */
export function readBatchRequest(mode: RunMode, body: unknown): ReadBatchRequest {
  const read = (mode === 'chat' ? chatBatchRequestSchema : completionBatchRequestSchema).safeParse(body)
  if (!read.success) return { ok: false, issues: requestIssues(body, read.error.issues) }
  const checked: Checked = read.data
  const prompt = promptRequest(mode, body, checked)
  const given = rowsIn(body)
  const rows = checked.rows.map((row, at) => toRow(row, given[at]))
  const issues = [...repeatedIds(checked.rows), ...emptyRows(prompt, rows)]
  if (issues.length > 0) return { ok: false, issues }
  const asked = {
    concurrency: checked.concurrency,
    stopOnError: checked.stop_on_error ?? false,
    textDeltas: checked.text_deltas ?? false,
    wireInEvents: checked.wire_in_events ?? false,
  }
  return { ok: true, request: { prompt, rows, ...asked } }
}
