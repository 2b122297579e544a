import { errorDetailFromWire } from './error-detail-from-wire.ts'
import {
  type Fields,
  isAbsent,
  isAmount,
  isAmountOrNull,
  isCount,
  isCountOrAbsent,
  isFields,
  isListOf,
  isOneOf,
  isText,
  isTextOrAbsent,
  isTextOrNull,
} from './field-checks.ts'
import { isTestResponse } from './is-test-response.ts'
import { isWireAttempt } from './is-wire-attempt.ts'
import type { GatewayFacts } from './kernel/gateway.ts'
import type { NativeTurn } from './kernel/message.ts'
import type { ToolResult } from './kernel/tool-loop.ts'
import { COST_SOURCES, FINISH_REASONS } from './kernel/usage.ts'
import { isPartKind, partFromWire } from './part-from-wire.ts'
import { isTokenLogprob } from './is-token-logprob.ts'
import type { StreamEvent } from './stream-event.ts'
import type { WireAttempt } from './wire-attempt.ts'
import { fromWire, type Wire } from './wire-naming.ts'

type Readers = { readonly [Type in StreamEvent['type']]: (fields: Fields) => Extract<StreamEvent, { type: Type }> | null }

const isUsageSource = isOneOf(['provider', 'estimate'])
const isCostSource = isOneOf(COST_SOURCES)
const isFinishReason = isOneOf(FINISH_REASONS)

const isNativeOrAbsent = (value: unknown): value is NativeTurn | null | undefined =>
  isAbsent(value) ||
  (isFields(value) && isText(value['dialect']) && Array.isArray(value['items']) && (value['id'] === undefined || isText(value['id'])))
const GATEWAY_TEXTS = ['version', 'call_id', 'model', 'api_base', 'provider', 'settings_doubt'] as const
const isGatewayOrAbsent = (value: unknown): value is Wire<GatewayFacts> | null | undefined =>
  isAbsent(value) ||
  (isFields(value) &&
    isText(value['name']) &&
    GATEWAY_TEXTS.every((name) => value[name] === undefined || isText(value[name])) &&
    ['retries', 'fallbacks'].every((name) => value[name] === undefined || isCount(value[name])) &&
    (value['cached'] === undefined || value['cached'] === true))
const isToolResult = (value: unknown): value is ToolResult =>
  isFields(value) && isText(value['id']) && isText(value['name']) && isText(value['content'])

const readers: Readers = {
  'response-start': ({ response_id: responseId, model, provider, trace_id: traceId, span_id: spanId }) =>
    isTextOrAbsent(responseId) && isText(model) && isText(provider) && isText(traceId) && isText(spanId)
      ? { type: 'response-start', ...(isText(responseId) ? { responseId } : {}), model, provider, traceId, spanId }
      : null,
  'part-start': ({ index, kind, id, name }) =>
    isCount(index) && isPartKind(kind) && isTextOrAbsent(id) && isTextOrAbsent(name)
      ? { type: 'part-start', index, kind, ...(isText(id) ? { id } : {}), ...(isText(name) ? { name } : {}) }
      : null,
  'part-delta': ({ index, delta }) => (isCount(index) && isText(delta) ? { type: 'part-delta', index, delta } : null),
  'part-end': ({ index, part: given }) => {
    const part = partFromWire(given)
    return isCount(index) && part !== null ? { type: 'part-end', index, part } : null
  },
  logprobs: ({ index, tokens }) => (isCount(index) && isListOf(tokens, isTokenLogprob) ? { type: 'logprobs', index, tokens } : null),
  retry: ({ attempt, of, wait_ms: waitMs, reason }) =>
    isCount(attempt) && isCount(of) && isAmount(waitMs) && isText(reason) ? { type: 'retry', attempt, of, waitMs, reason } : null,
  heartbeat: () => ({ type: 'heartbeat' }),
  usage: (fields) => {
    const { input_tokens: inputTokens, output_tokens: outputTokens, total_tokens: totalTokens, source } = fields
    const { cached_tokens: cachedTokens, cache_write_tokens: cacheWriteTokens, reasoning_tokens: reasoningTokens } = fields
    if (!isCount(inputTokens) || !isCount(outputTokens) || !isCount(totalTokens) || !isUsageSource(source)) return null
    if (!isCountOrAbsent(cachedTokens) || !isCountOrAbsent(cacheWriteTokens) || !isCountOrAbsent(reasoningTokens)) return null
    return {
      type: 'usage',
      inputTokens,
      outputTokens,
      totalTokens,
      ...(isCount(cachedTokens) ? { cachedTokens } : {}),
      ...(isCount(cacheWriteTokens) ? { cacheWriteTokens } : {}),
      ...(isCount(reasoningTokens) ? { reasoningTokens } : {}),
      source,
    }
  },
  cost: ({ total_usd: totalUsd, source }) => (isAmountOrNull(totalUsd) && isCostSource(source) ? { type: 'cost', totalUsd, source } : null),
  'response-end': ({
    finish_reason: finishReason,
    native_finish_reason: nativeReason,
    response_id: responseId,
    model,
    native,
    gateway,
  }) => {
    const nativeFinishReason = nativeReason ?? null
    return isFinishReason(finishReason) &&
      isTextOrNull(nativeFinishReason) &&
      isTextOrAbsent(responseId) &&
      isTextOrAbsent(model) &&
      isNativeOrAbsent(native) &&
      isGatewayOrAbsent(gateway)
      ? {
          type: 'response-end',
          finishReason,
          nativeFinishReason,
          ...(isText(responseId) ? { responseId } : {}),
          ...(isText(model) ? { model } : {}),
          ...(isAbsent(native) ? {} : { native }),
          ...(isAbsent(gateway) ? {} : { gateway: fromWire<GatewayFacts>(gateway) }),
        }
      : null
  },
  raw: ({ type: eventType, data }) => (isText(eventType) ? { type: 'raw', eventType, data } : null),
  wire: (fields) => (isWireAttempt(fields) ? { type: 'wire', attempt: fromWire<WireAttempt>(fields) } : null),
  round: ({ round, of, results }) =>
    isCount(round) && isCount(of) && isListOf(results, isToolResult) ? { type: 'round', round, of, results } : null,
  result: (fields) => (isTestResponse(fields) ? { type: 'result', response: fields } : null),
  error: (fields) => {
    const error = errorDetailFromWire(fields)
    return error === null ? null : { type: 'error', error }
  },
}

const isReader = (type: string): type is keyof Readers => Object.hasOwn(readers, type)

/**
 * Reads an event back from its name and its parsed data, by hand, so that a page needs no schema library. Fields this version does
 * not know are left behind; a null counts as absent.
 *
 * *Errors*: null for an unknown event and for data of a wrong shape. It never throws.
 */
export function streamEventFromWire(type: string, data: unknown): StreamEvent | null {
  if (!isFields(data) || !isReader(type)) return null
  return readers[type](data)
}
