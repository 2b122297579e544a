import type { CostSource } from './kernel/usage.ts'

/** Milliseconds. */
export interface DurationTotal {
  readonly total: number
}

/** USD; null is unknown, never 0. */
export interface CostTotal {
  readonly total: number | null
  readonly prompt?: number
  readonly completion?: number
  readonly source: CostSource
}

export interface TokenTotal {
  readonly total: number | null
  readonly prompt?: number
  readonly completion?: number
  readonly cached?: number
  readonly reasoning?: number
  readonly estimated?: true
}

/**
 * One span of a trace, as answered inline. `unit` is this span alone, `acc` this span and everything under it.
 *
 * *Units*: times ISO 8601 in UTC; durations in milliseconds. `attributes` is allow-listed: never a secret, and no prompt text unless
 * content capture is on.
 * @see seeds/002, Response Format
 */
export interface SpanNode {
  readonly trace_id: string
  readonly span_id: string
  readonly parent_span_id?: string
  readonly name: string
  readonly kind: 'server' | 'client' | 'internal'
  readonly time: { readonly start: string; readonly end: string }
  readonly status: { readonly code: 'OK' | 'ERROR'; readonly message?: string }
  readonly metrics: {
    readonly unit?: { readonly duration: DurationTotal; readonly costs?: CostTotal; readonly tokens?: TokenTotal }
    readonly acc: { readonly duration: DurationTotal; readonly costs: CostTotal; readonly tokens: TokenTotal }
  }
  readonly attributes: Readonly<Record<string, string | number | boolean>>
}
