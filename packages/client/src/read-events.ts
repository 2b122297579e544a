import { type StreamEvent, streamEventFromWire, STREAM_EVENT_TYPES } from '@vitrine/contracts'
import { type FailureEvent, type StreamForm, readStream } from './read-stream.ts'

/** What a run yields: the service's events, and as the very last one a failure where neither `result` nor `error` came. */
export type RunEvent = StreamEvent | FailureEvent

const FORM: StreamForm<StreamEvent> = {
  known: new Set(STREAM_EVENT_TYPES),
  read: streamEventFromWire,
  isLast: ({ type }) => type === 'result' || type === 'error',
}

/** The events of one run. */
export const readEvents = (body: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<RunEvent, void, void> =>
  readStream(body, FORM, signal)
