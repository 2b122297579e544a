import { BATCH_STOPS, type BatchCounts, type BatchEvent, ROW_EVENT_TYPES, type RowEvent } from './batch-event.ts'
import { errorDetailFromWire } from './error-detail-from-wire.ts'
import { type Fields, isAbsent, isCount, isFields, isListOf, isOneOf, isText } from './field-checks.ts'
import { isTestResponse } from './is-test-response.ts'
import { streamEventFromWire } from './stream-event-from-wire.ts'
import type { StreamEvent } from './stream-event.ts'
import { type Wire, fromWire } from './wire-naming.ts'

const COUNTS = ['rows', 'succeeded', 'failed', 'not_started', 'replayed'] as const
const isCounts = (value: unknown): value is Wire<BatchCounts> => isFields(value) && COUNTS.every((name) => isCount(value[name]))
const isStop = isOneOf(BATCH_STOPS)
const isRowEventType = isOneOf(ROW_EVENT_TYPES)
const isRowEvent = (event: StreamEvent): event is RowEvent => isRowEventType(event.type)

function batchEnd({ counts, not_started: notStarted, stopped_by: stoppedBy }: Fields): BatchEvent | null {
  if (!isCounts(counts) || !isListOf(notStarted, isText) || !(isAbsent(stoppedBy) || isStop(stoppedBy))) return null
  return { type: 'batch-end', counts: fromWire<BatchCounts>(counts), notStarted, ...(isAbsent(stoppedBy) ? {} : { stoppedBy }) }
}

function rowResult(rowId: string, { replayed, ...response }: Fields): BatchEvent | null {
  if (!isTestResponse(response)) return null
  return { type: 'row-result', rowId, response, ...(replayed === true ? { replayed } : {}) }
}

function rowEvent(rowId: string, type: string, fields: Fields): BatchEvent | null {
  const event = isRowEventType(type) ? streamEventFromWire(type, fields) : null
  return event !== null && isRowEvent(event) ? { type: 'row-event', rowId, event } : null
}

/**
 * Reads an event of a batch back from its name and its parsed data, by hand, as `streamEventFromWire` does.
 *
 * *Errors*: null for an unknown event and for data of a wrong shape. It never throws.
 */
export function batchEventFromWire(type: string, data: unknown): BatchEvent | null {
  if (!isFields(data)) return null
  if (type === 'heartbeat') return { type: 'heartbeat' }
  if (type === 'batch-end') return batchEnd(data)
  const { row_id: rowId, ...fields } = data
  if (!isText(rowId)) return null
  if (type === 'row-start') {
    const { trace_id: traceId, span_id: spanId } = fields
    return isText(traceId) && isText(spanId) ? { type, rowId, traceId, spanId } : null
  }
  if (type === 'row-result') return rowResult(rowId, fields)
  if (type === 'row-error') {
    const error = errorDetailFromWire(fields)
    return error === null ? null : { type, rowId, error }
  }
  return rowEvent(rowId, type, fields)
}
