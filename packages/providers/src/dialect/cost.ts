import type { ProviderEvent } from '@vitrine/contracts'
import { asObject, type Json } from './json.ts'

type CostEvent = Extract<ProviderEvent, { type: 'cost' }>
type Headers = Readonly<Record<string, string>>

const TICKS_PER_USD = 1e10

const isGateway = (headers: Headers): boolean => Object.keys(headers).some((name) => name.startsWith('x-litellm-'))

/**
 * What a call cost, where `usage` says so: `cost` in USD (OpenRouter, LiteLLM), or `cost_in_usd_ticks` (xAI). With an own key of the
 * provider behind OpenRouter, `cost` is OpenRouter's fee alone, and the bill of that provider stands beside it.
 */
export function costOfUsage(usage: Json, headers: Headers): CostEvent | null {
  const ticks = amount(usage['cost_in_usd_ticks'])
  const cost = amount(usage['cost'])
  const besides = usage['is_byok'] === true ? amount(asObject(usage['cost_details'])?.['upstream_inference_cost']) : null
  const billed = cost === null ? null : amount(cost + (besides ?? 0))
  const totalUsd = billed ?? (ticks === null ? null : ticks / TICKS_PER_USD)
  return totalUsd === null ? null : { type: 'cost', totalUsd, source: isGateway(headers) ? 'gateway' : 'provider' }
}

/** LiteLLM's own figure, in a header that is right only for answers that are not streamed. */
export function costOfHeaders(headers: Headers): CostEvent | null {
  const text = headers['x-litellm-response-cost']
  const totalUsd = text === undefined || text.trim() === '' ? null : amount(Number(text))
  return totalUsd === null ? null : { type: 'cost', totalUsd, source: 'gateway' }
}

/** Gateways multiply floats and send what comes of it (`0.015000000000000001`); no price has parts of a pico-dollar. */
const amount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Number(value.toFixed(12)) : null
