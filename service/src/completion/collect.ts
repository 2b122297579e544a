import type { ErrorDetail, StreamEvent, TestResponse } from '@vitrine/contracts'

export type Collected = { readonly ok: true; readonly response: TestResponse } | { readonly ok: false; readonly error: ErrorDetail }

/** The same run for a caller who wants one JSON document: its last event. Text that had arrived before a failure is kept in `meta.partial`. */
export async function collect(events: AsyncIterable<StreamEvent>): Promise<Collected> {
  let partial = ''
  let outcome: Collected | null = null
  for await (const event of events) {
    if (event.type === 'part-end' && event.part.kind === 'text') partial += event.part.text
    if (event.type === 'result') outcome = { ok: true, response: event.response }
    if (event.type === 'error') outcome = { ok: false, error: event.error }
  }
  if (outcome === null) throw new Error('a run ends with a result or an error')
  if (outcome.ok || partial === '') return outcome
  return { ok: false, error: { ...outcome.error, meta: { ...outcome.error.meta, partial } } }
}
