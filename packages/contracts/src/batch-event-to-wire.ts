import type { BatchEvent, BatchEventName } from './batch-event.ts'
import { streamEventToWire } from './stream-event-to-wire.ts'
import { toWire } from './wire-naming.ts'

/** One event of a batch as it is written. */
export interface WireBatchEvent {
  readonly event: BatchEventName
  readonly data: object
}

/** Puts an event into its wire form: what belongs to a row has `row_id` beside the fields that it has in the stream of a single run. */
export function batchEventToWire(event: BatchEvent): WireBatchEvent {
  switch (event.type) {
    case 'row-event':
      return { event: event.event.type, data: { row_id: event.rowId, ...streamEventToWire(event.event).data } }
    case 'row-result':
      return { event: 'row-result', data: { row_id: event.rowId, ...event.response, ...(event.replayed ? { replayed: true } : {}) } }
    case 'row-error':
      return { event: 'row-error', data: { row_id: event.rowId, detail: event.error } }
    case 'heartbeat':
      return { event: 'heartbeat', data: {} }
    default: {
      const { type, ...fields } = event
      return { event: type, data: toWire(fields) }
    }
  }
}
