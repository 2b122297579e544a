import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import type { Redactor } from './redact.ts'

/** What leaves a call holds no credential, whatever the provider quotes. */
export function shownEvent(event: ProviderEvent, redactor: Redactor, facts: Readonly<Record<string, unknown>>): ProviderEvent {
  if (event.type === 'raw') return { ...event, data: redactor.json(event.data) }
  if (event.type === 'error') return { type: 'error', error: shownError(event.error, redactor, facts) }
  if (event.type === 'part-delta' && !redactor.mayHold(event.delta)) return event
  return redactor.answer(event)
}

function shownError({ code, message, meta }: ErrorDetail, redactor: Redactor, facts: Readonly<Record<string, unknown>>): ErrorDetail {
  const shown = Object.entries(meta ?? {}).map(([name, value]) => [name, redactor.json(value)])
  return { code, message: redactor.text(message), meta: { ...Object.fromEntries(shown), ...facts } }
}
