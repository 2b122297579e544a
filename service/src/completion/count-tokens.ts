import type { ProviderCall } from '@vitrine/providers'
import { anthropic, createRedactor, prepareCountTokens, readTokenCount } from '@vitrine/providers'
import type { RequestTrace } from '../telemetry/request-trace.ts'
import type { RequestClock } from '../middleware/request-clock.ts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'
import type { RunPlan } from './run-plan.ts'
import type { SendOnce } from './send-once.ts'

/** *Units*: tokens. `reason` tells why there is no count, for people. */
export type TokenCounting = { readonly ok: true; readonly inputTokens: number } | { readonly ok: false; readonly reason: string }

export interface CountScope {
  readonly trace: RequestTrace
  readonly clock: RequestClock
  readonly signal: AbortSignal
}

async function counted(call: ProviderCall, sendOnce: SendOnce, signal: AbortSignal): Promise<TokenCounting> {
  const prepared = prepareCountTokens(call)
  if (!prepared.ok) return { ok: false, reason: prepared.error.message }
  const sent = await sendOnce(prepared.call, signal)
  if (!sent.ok) return { ok: false, reason: sent.message }
  const { status, headers, body } = sent
  if (status !== 200) return { ok: false, reason: anthropic.readFailure({ status, headers, body }).error.message }
  const inputTokens = countIn(body)
  return inputTokens === null ? { ok: false, reason: 'The provider answered without a count.' } : { ok: true, inputTokens }
}

function countIn(body: string): number | null {
  try {
    return readTokenCount(JSON.parse(body))
  } catch {
    return null
  }
}

/** Has a provider count what a plan would send. Those that cannot, and every failure, are told of by a reason. */
export async function countTokens(plan: RunPlan, sendOnce: SendOnce, { trace, clock, signal }: CountScope): Promise<TokenCounting> {
  if (plan.provider.dialect !== anthropic.name) return { ok: false, reason: `${plan.providerName} counts no tokens in advance.` }
  const { endpoint, stream } = plan.call
  const startMs = clock.elapsed()
  const counting = await counted(
    { endpoint, model: plan.model, facts: plan.facts, messages: plan.messages, settings: plan.asked, stream },
    sendOnce,
    signal,
  )
  trace.stage({
    name: 'provider.count_tokens',
    startMs,
    endMs: clock.elapsed(),
    attributes: { [ATTRIBUTE.provider]: plan.providerName, [ATTRIBUTE.requestModel]: plan.model },
    ...(counting.ok ? {} : { failure: 'uncounted' }),
  })
  return counting.ok ? counting : { ok: false, reason: createRedactor(endpoint.apiKey).text(counting.reason) }
}
