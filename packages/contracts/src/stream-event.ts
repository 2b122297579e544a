import type { ErrorDetail } from './error.ts'
import type { GatewayFacts } from './kernel/gateway.ts'
import type { NativeTurn } from './kernel/message.ts'
import type { ToolResult } from './kernel/tool-loop.ts'
import type { PartLogprobs } from './kernel/token-logprob.ts'
import type { CostSource, FinishReason, TokenUsage } from './kernel/usage.ts'
import type { TestResponse } from './test-response.ts'
import type { WireAttempt } from './wire-attempt.ts'

export type PartKind = 'thinking' | 'text' | 'refusal' | 'tool-call'

/** A finished part of an answer. A tool call's `arguments` is the text as received, also where it is cut off or not JSON. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly annotations?: readonly unknown[] }
  | { readonly kind: 'thinking'; readonly text: string; readonly signature?: string; readonly redacted?: string }
  | { readonly kind: 'refusal'; readonly text: string }
  | { readonly kind: 'tool-call'; readonly id: string; readonly name: string; readonly arguments: string }

/**
 * What a provider adapter yields. The adapter never throws: a call ends in `response-end` (an end the provider declared) or `error`;
 * after an `error` event there may still be `usage` and `cost`, and everything received before it stays valid.
 *
 * *Shape*: `index` numbers the parts of one answer from 0; every part has one `part-start`, any number of `part-delta` and one `part-end`.
 * `wire` is one event per attempt, when the attempt is over. `raw` carries provider events that we know no meaning for, `heartbeat` a
 * sign that the provider is at work and has nothing to show yet.
 */
export type ProviderEvent =
  | { readonly type: 'part-start'; readonly index: number; readonly kind: PartKind; readonly id?: string; readonly name?: string }
  | { readonly type: 'part-delta'; readonly index: number; readonly delta: string }
  | { readonly type: 'part-end'; readonly index: number; readonly part: Part }
  | ({ readonly type: 'logprobs' } & PartLogprobs)
  | { readonly type: 'retry'; readonly attempt: number; readonly of: number; readonly waitMs: number; readonly reason: string }
  | { readonly type: 'heartbeat' }
  | ({ readonly type: 'usage' } & TokenUsage)
  | { readonly type: 'cost'; readonly totalUsd: number | null; readonly source: CostSource }
  | {
      readonly type: 'response-end'
      readonly finishReason: FinishReason
      readonly nativeFinishReason: string | null
      /** The provider's id of the response and the model that really answered, where it says so. */
      readonly responseId?: string
      readonly model?: string
      /** What the same dialect needs to see again in the next turn. */
      readonly native?: NativeTurn
      /** What a gateway on the way says of itself. */
      readonly gateway?: GatewayFacts
    }
  | { readonly type: 'raw'; readonly eventType: string; readonly data: unknown }
  | { readonly type: 'wire'; readonly attempt: WireAttempt }
  | { readonly type: 'error'; readonly error: ErrorDetail }

/** What travels from the service to the caller: the provider's events between `response-start` and `result` or `error`. */
export type StreamEvent =
  | {
      readonly type: 'response-start'
      readonly responseId?: string
      readonly model: string
      readonly provider: string
      readonly traceId: string
      readonly spanId: string
    }
  | ProviderEvent
  /** The model called tools, got these results, and is asked again: `round` of at most `of` begins, its parts numbered on. */
  | { readonly type: 'round'; readonly round: number; readonly of: number; readonly results: readonly ToolResult[] }
  | { readonly type: 'result'; readonly response: TestResponse }

export const STREAM_EVENT_TYPES = [
  'response-start',
  'part-start',
  'part-delta',
  'part-end',
  'logprobs',
  'retry',
  'heartbeat',
  'usage',
  'cost',
  'response-end',
  'raw',
  'wire',
  'round',
  'result',
  'error',
] as const satisfies readonly StreamEvent['type'][]
