import type { StreamEvent } from './stream-event.ts'
import { toWire } from './wire-naming.ts'

/** One event as it is written: the name behind `event:` and the object whose JSON stands behind `data:`. */
export interface WireEvent {
  readonly event: StreamEvent['type']
  readonly data: object
}

/**
 * Puts an event into its wire form. It is called for every token, so only the kinds that hold names of two words are walked; parts,
 * log probabilities and responses go through by reference.
 */
export function streamEventToWire(event: StreamEvent): WireEvent {
  switch (event.type) {
    case 'part-delta':
      return { event: 'part-delta', data: { index: event.index, delta: event.delta } }
    case 'part-end':
      return { event: 'part-end', data: { index: event.index, part: event.part } }
    case 'logprobs':
      return { event: 'logprobs', data: { index: event.index, tokens: event.tokens } }
    case 'heartbeat':
      return { event: 'heartbeat', data: {} }
    case 'raw':
      return { event: 'raw', data: { type: event.eventType, data: event.data } }
    case 'wire':
      return { event: 'wire', data: toWire(event.attempt) }
    case 'result':
      return { event: 'result', data: event.response }
    case 'error':
      return { event: 'error', data: { detail: event.error } }
    default: {
      const { type, ...fields } = event
      return { event: type, data: toWire(fields) }
    }
  }
}
