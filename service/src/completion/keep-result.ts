import type { StreamEvent } from '@vitrine/contracts'
import type { IdempotencyClaim } from '../idempotency/idempotency-store.ts'
import type { RunPlan } from './run-plan.ts'
import { createTokenLog } from './token-log.ts'

/** The same events; a result among them is kept for whoever asks again, and without one the claim is given up. */
export async function* keepResult(
  events: AsyncIterable<StreamEvent>,
  { model, providerName }: RunPlan,
  claim: IdempotencyClaim,
): AsyncGenerator<StreamEvent, void, undefined> {
  const tokens = createTokenLog()
  try {
    for await (const event of events) {
      tokens.take(event)
      if (event.type === 'result') claim.keep({ model, provider: providerName, response: tokens.addTo(event.response) })
      yield event
    }
  } finally {
    claim.abandon()
  }
}
