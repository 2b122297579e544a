import type {
  Cost,
  FinishReason,
  GatewayFacts,
  Message,
  PartKind,
  SettingsReport,
  SpanNode,
  TokenLogprob,
  TokenUsage,
  ToolCall,
  WireAttempt,
} from '@vitrine/contracts'

/** The states of an output cell. `idle`, `running`, `success` and `error` of the seed are what `toExecutionStatus` makes of them. */
export const CELL_STATES = [
  'ready',
  'blocked',
  'queued',
  'connecting',
  'streaming',
  'retrying',
  'done',
  'failed',
  'stopped',
  'stale',
] as const
export type CellState = (typeof CELL_STATES)[number]

/** Why a cell failed: the service's error, or what kept the client from having one (`offline`, `unreachable`, `interrupted`, …). */
export interface CellFailure {
  readonly code: string
  readonly message: string
  readonly meta?: Readonly<Record<string, unknown>>
  readonly traceId?: string
  /** The whole error body, for the raw view. */
  readonly raw?: unknown
}

/** Milliseconds since the row was queued; null where the moment was not reached. */
interface CellTimes {
  readonly sentMs: number | null
  readonly firstEventMs: number | null
  readonly firstTokenMs: number | null
  readonly endMs: number | null
}

/**
 * A part of an answer as far as it came. `text` of a tool call is its argument text.
 *
 * *Shape*: `index` is the part's number in the stream.
 */
export interface CellPart {
  readonly index: number
  readonly kind: PartKind
  readonly text: string
  readonly id: string
  readonly name: string
  /** What a call was answered with on the way. */
  readonly result?: string
}

/** Tokens of one part with their probabilities, in order. A part has as many runs as it takes: one stays short, so that adding is cheap. */
export interface TokenRun {
  /** The part's number in the stream. */
  readonly index: number
  readonly tokens: readonly TokenLogprob[]
}

/** What produced a result: equal hashes mean that running again would send the same. */
export interface Provenance {
  readonly promptHash: string
  readonly settingsHash: string
  readonly inputsHash: string
}

/** Of an answer that went on from what was stopped or cut off: what it was asked with at first, and what its last part took by itself. */
export interface Continued {
  readonly request: Cell['request']
  readonly usage: TokenUsage | null
  readonly cost: Cost | null
}

/**
 * The output of one row under one variant. Immutable; an event makes a new one.
 *
 * *Shape*: `text`, `thinking`, `refusal` and `toolCalls` hold what has arrived so far, also after a failure or a stop. `usage` is null
 * until somebody reported it; `estimatedOutputTokens` counts while text streams. `response` members are there once the run succeeded
 * (and `tree`, `wire` also after failures that carry them).
 * *Units*: `queuedAtMs` and `retry.untilMs` are on the state's clock.
 */
export interface Cell {
  readonly state: Exclude<CellState, 'stale' | 'blocked'>
  readonly runId: string | null
  readonly queuedAtMs: number | null
  /** From 1; kept up to date for cells that somebody looks at. */
  readonly queuePosition: number | null
  /** The parts in the order in which they began; `text` and the rest are made of them. */
  readonly parts: readonly CellPart[]
  readonly text: string
  readonly thinking: string
  readonly refusal: string
  readonly toolCalls: readonly ToolCall[]
  /** Empty where none were asked for or none came. */
  readonly logprobs: readonly TokenRun[]
  /** The whole answer as it came, with what only its provider can read: what the next turn of a conversation sends back. */
  readonly message: Message | null
  readonly model: string | null
  readonly usage: TokenUsage | null
  readonly estimatedOutputTokens: number
  readonly cost: Cost | null
  readonly finishReason: FinishReason | null
  /** What a gateway between the service and the model said of itself. */
  readonly gateway: GatewayFacts | null
  readonly times: CellTimes
  readonly retry: {
    readonly attempt: number
    readonly of: number
    readonly waitMs: number
    readonly untilMs: number
    readonly reason: string
  } | null
  readonly failure: CellFailure | null
  readonly traceId: string | null
  readonly spanId: string | null
  readonly tree: readonly SpanNode[]
  readonly wire: readonly WireAttempt[]
  /** The request that our own service was sent. */
  readonly request: { readonly url: string; readonly body: unknown } | null
  readonly settings: SettingsReport | null
  readonly parsed: unknown
  /** The whole `TestResponse`, for the raw view. */
  readonly response: unknown
  readonly provenance: Provenance | null
  /** Null for an answer in one part. */
  readonly continued: Continued | null
  /** How often it was tried by requests that were given up so as to try at once. */
  readonly triesBefore: number
}

export type ExecutionStatus = 'idle' | 'running' | 'success' | 'error'

export const EMPTY_CELL: Cell = {
  state: 'ready',
  runId: null,
  queuedAtMs: null,
  queuePosition: null,
  parts: [],
  text: '',
  thinking: '',
  refusal: '',
  toolCalls: [],
  logprobs: [],
  message: null,
  model: null,
  usage: null,
  estimatedOutputTokens: 0,
  cost: null,
  finishReason: null,
  gateway: null,
  times: { sentMs: null, firstEventMs: null, firstTokenMs: null, endMs: null },
  retry: null,
  failure: null,
  traceId: null,
  spanId: null,
  tree: [],
  wire: [],
  request: null,
  settings: null,
  parsed: undefined,
  response: null,
  provenance: null,
  continued: null,
  triesBefore: 0,
}
