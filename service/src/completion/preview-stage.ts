import { type PreviewResponse, type RunMode, type WireRequest, toWire } from '@vitrine/contracts'
import { priceRange } from '@vitrine/model-catalog'
import type { Refusal } from '../http/refusal.ts'
import { jsonReply } from '../http/reply.ts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { type PrepareDeps, prepare } from './prepare.ts'
import { readRunRequest } from './read-run-request.ts'
import { readRunOptions } from './run-options.ts'
import type { RunPlan } from './run-plan.ts'
import { runAttributes } from './trace-run.ts'

export interface PreviewDeps extends PrepareDeps {
  readonly maxBodyBytes: number
  readonly deadlineMs: number
  /** A request as it may be shown: credentials out, long base64 folded. */
  readonly showRequest: (request: WireRequest, apiKey: string | null) => WireRequest
}

function toPreview(plan: RunPlan, deps: PreviewDeps): PreviewResponse {
  const { call, facts, asked } = plan
  const input = estimateTokens(plan.messages, asked)
  const maxOutput = asked.maxCompletionTokens ?? asked.maxTokens ?? facts?.maxOutputTokens ?? null
  return {
    version: '3.0',
    model: plan.model,
    provider: plan.providerName,
    messages: toWire(plan.messages),
    request: deps.showRequest(call.request, call.endpoint.apiKey),
    settings: plan.settings,
    tokens: { input, estimated: true, max_output: maxOutput },
    price: priceRange({ inputTokens: input, maxOutputTokens: maxOutput, price: facts?.price ?? null }),
  }
}

/** `POST /services/{completion,chat}/preview`: everything a run does before it sends anything. */
export async function previewStage(exchange: AdmittedExchange, mode: RunMode, deps: PreviewDeps): Promise<Response | Refusal> {
  const { request, trace, clock, projectId } = exchange
  const asked = readRunOptions(request.headers, deps.deadlineMs)
  if (!asked.ok) return asked
  const read = await readRunRequest(request, mode, deps.maxBodyBytes)
  if (!read.ok) return read
  trace.annotate(runAttributes(read.request, asked.options))
  const prepared = await prepare(read.request, read.inputs, deps, { projectId, trace, clock, streams: true })
  return prepared.ok ? jsonReply(toPreview(prepared.plan, deps), exchange.headers) : prepared
}
