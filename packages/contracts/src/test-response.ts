import type { AssistantMessage } from './kernel/message.ts'
import type { SpanNode } from './span-node.ts'
import type { WireAttempt, WireRequest } from './wire-attempt.ts'
import type { Message } from './kernel/message.ts'
import type { PartLogprobs } from './kernel/token-logprob.ts'
import type { FinishReason } from './kernel/usage.ts'
import type { ToolRound } from './kernel/tool-loop.ts'
import type { Wire } from './wire-naming.ts'

/** What became of each setting: sent as it is, not sent (with the reason), or sent with another value or name. */
export interface SettingsReport {
  readonly sent: Readonly<Record<string, unknown>>
  readonly dropped: readonly { readonly name: string; readonly reason: string }[]
  readonly changed: readonly { readonly name: string; readonly from: unknown; readonly to: unknown; readonly reason: string }[]
  /** Sent, and nobody says whether the model got it: a gateway on the way may have left it out. */
  readonly doubted?: readonly { readonly name: string; readonly reason: string }[]
}

/**
 * The answer to a run.
 *
 * *Shape*: `data` is, in completion mode, the text as written (also when it is JSON) or, for tool calls without text, the array of
 * calls; in chat mode it is the whole assistant message. `parsed` is present where a JSON format was asked for and the text is JSON.
 * `tree.nodes[0]` is the root span; parents come before children.
 * @see seeds/002, Response Format
 */
export interface TestResponse {
  readonly version: '3.0'
  readonly data: string | object
  readonly message: Wire<AssistantMessage>
  readonly parsed?: unknown
  readonly content_type: 'text/plain' | 'application/json'
  readonly finish_reason: FinishReason
  /** The provider was sent a body that the caller wrote, not one made from a prompt. */
  readonly raw?: true
  /** The rounds before the one that `message` is of, where tools were called and answered on the way. */
  readonly rounds?: readonly Wire<ToolRound>[]
  readonly settings: SettingsReport
  readonly tree: { readonly version: '1.0.0'; readonly nodes: readonly SpanNode[] }
  /** 32 lower-case hex digits, equal to the exported one. */
  readonly trace_id: string
  /** 16 hex digits: the root span. */
  readonly span_id: string
  /** As the provider gave them where they were asked for. Absent behind a stream's own `logprobs` events, which said the same. */
  readonly logprobs?: readonly PartLogprobs[]
  readonly wire?: readonly Wire<WireAttempt>[]
}

/** The answer to a preview: what would be sent. Nothing was sent. */
export interface PreviewResponse {
  readonly version: '3.0'
  readonly model: string
  readonly provider: string
  readonly messages: readonly Wire<Message>[]
  readonly request: WireRequest
  readonly settings: SettingsReport
  readonly tokens: {
    readonly input: number
    /** `input` is an estimate by text length, in which images and files are not counted. */
    readonly estimated?: true
    /** The provider that counted `input`, exactly; present where `estimated` is not. */
    readonly counted_by?: string
    /** Why the provider did not count though it was asked to, for people. */
    readonly uncounted?: string
    readonly max_output: number | null
  }
  /** USD, from no output to the largest possible one; null where the price or a bound is unknown. */
  readonly price: { readonly low: number | null; readonly high: number | null; readonly source: 'table' | 'unknown' }
}
