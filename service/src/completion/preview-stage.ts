import { type PreviewResponse, type RunMode, type WireRequest, toWire } from '@vitrine/contracts'
import { priceRange } from '@vitrine/model-catalog'
import { type Refusal, refuse } from '../http/refusal.ts'
import { jsonReply } from '../http/reply.ts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import { type TokenCounting, countTokens } from './count-tokens.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { type PrepareDeps, prepare } from './prepare.ts'
import { readRunRequest } from './read-run-request.ts'
import { readRunOptions } from './run-options.ts'
import type { RunPlan } from './run-plan.ts'
import type { SendOnce } from './send-once.ts'
import { runAttributes } from './trace-run.ts'

export interface PreviewDeps extends PrepareDeps {
  readonly maxBodyBytes: number
  readonly deadlineMs: number
  readonly sendOnce: SendOnce
  /** A request as it may be shown: credentials out, long base64 folded. */
  readonly showRequest: (request: WireRequest, apiKey: string | null) => WireRequest
}

/** The provider is a moment away, and a preview is for looking: it does not wait as long as a run. */
const COUNT_MS = 10_000

function readCount(url: string): { readonly ok: true; readonly byProvider: boolean } | Refusal {
  const asked = new URL(url).searchParams.get('count')
  if (asked === null || asked === 'provider') return { ok: true, byProvider: asked !== null }
  return refuse('invalid_request', `The query has count=${asked.slice(0, 40)}. Use count=provider, or leave it out.`, {
    issues: [{ path: 'count', message: 'must be provider' }],
  })
}

const tokensOf = (counting: TokenCounting | null, plan: RunPlan): Omit<PreviewResponse['tokens'], 'max_output'> =>
  counting?.ok === true
    ? { input: counting.inputTokens, counted_by: plan.providerName }
    : { input: estimateTokens(plan.messages, plan.asked), estimated: true, ...(counting === null ? {} : { uncounted: counting.reason }) }

function toPreview(plan: RunPlan, deps: PreviewDeps, counting: TokenCounting | null): PreviewResponse {
  const { call, facts, asked } = plan
  const tokens = tokensOf(counting, plan)
  const maxOutput = asked.maxCompletionTokens ?? asked.maxTokens ?? facts?.maxOutputTokens ?? null
  return {
    version: '3.0',
    model: plan.model,
    provider: plan.providerName,
    messages: toWire(plan.messages),
    request: deps.showRequest(call.request, call.endpoint.apiKey),
    settings: plan.settings,
    tokens: { ...tokens, max_output: maxOutput },
    price: priceRange({ inputTokens: tokens.input, maxOutputTokens: maxOutput, price: facts?.price ?? null }),
  }
}

/** `POST /services/{completion,chat}/preview`: everything a run does before it sends anything. Only `count=provider` sends, to have tokens counted. */
export async function previewStage(exchange: AdmittedExchange, mode: RunMode, deps: PreviewDeps): Promise<Response | Refusal> {
  const { request, trace, clock, projectId } = exchange
  const count = readCount(request.url)
  if (!count.ok) return count
  const asked = readRunOptions(request.headers, deps.deadlineMs)
  if (!asked.ok) return asked
  const read = await readRunRequest(request, mode, deps.maxBodyBytes)
  if (!read.ok) return read
  trace.annotate(runAttributes(read.request, asked.options))
  const prepared = await prepare(read.request, read.inputs, deps, { projectId, trace, clock, streams: true })
  if (!prepared.ok) return prepared
  const timeoutMs = Math.min(COUNT_MS, asked.options.deadlineMs)
  const counting = count.byProvider
    ? await countTokens(prepared.plan, deps.sendOnce, {
        trace,
        clock,
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]),
      })
    : null
  return jsonReply(toPreview(prepared.plan, deps, counting), exchange.headers)
}
