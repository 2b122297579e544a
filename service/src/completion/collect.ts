import type { ErrorDetail, StreamEvent, TestResponse } from '@vitrine/contracts'

export type Collected = { readonly ok: true; readonly response: TestResponse } | { readonly ok: false; readonly error: ErrorDetail }

/** The same run for a caller who wants one document: its last event. */
export async function collect(events: AsyncIterable<StreamEvent>): Promise<Collected> {
  for await (const event of events) {
    if (event.type === 'result') return { ok: true, response: event.response }
    if (event.type === 'error') return { ok: false, error: event.error }
  }
  throw new Error('a run ends with a result or an error')
}
