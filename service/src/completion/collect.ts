import type { ErrorDetail, StreamEvent, TestResponse } from '@vitrine/contracts'
import { createTokenLog } from './token-log.ts'

export type Collected = { readonly ok: true; readonly response: TestResponse } | { readonly ok: false; readonly error: ErrorDetail }

/** The same run for a caller who wants one document: its last event, with what was said of its tokens on the way. */
export async function collect(events: AsyncIterable<StreamEvent>): Promise<Collected> {
  const tokens = createTokenLog()
  for await (const event of events) {
    tokens.take(event)
    if (event.type === 'result') return { ok: true, response: tokens.addTo(event.response) }
    if (event.type === 'error') return { ok: false, error: event.error }
  }
  throw new Error('a run ends with a result or an error')
}
