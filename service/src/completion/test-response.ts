import {
  type AssistantMessage,
  type ResponseFormat,
  type RunMode,
  type SettingsReport,
  type TestResponse,
  type ToolRound,
  type WireAttempt,
  toWire,
} from '@vitrine/contracts'
import { withDoubts } from '@vitrine/providers'
import type { Answer } from './answer.ts'

export interface TestResponseParts {
  readonly mode: RunMode
  /** The provider's body was written by the caller. */
  readonly raw: boolean
  readonly responseFormat: ResponseFormat | undefined
  readonly answer: Answer
  /** The rounds before the one that gave the answer. */
  readonly rounds: readonly ToolRound[]
  readonly settings: SettingsReport
  readonly tree: TestResponse['tree']
  readonly traceId: string
  readonly spanId: string
  /** Null where the caller did not ask for the wire. */
  readonly wire: readonly WireAttempt[] | null
}

/** A refusal or a sentence is no JSON: that is seen from its first character, without an error that would have to be made and thrown away. */
const MAY_BE_JSON = /^[ \t\r\n]*[[{"\-\dtfn]/

function parsedOf(text: string | null, format: ResponseFormat | undefined): { readonly parsed?: unknown } {
  if (text === null || format === undefined || format.type === 'text' || !MAY_BE_JSON.test(text)) return {}
  try {
    return { parsed: JSON.parse(text) as unknown }
  } catch {
    return {}
  }
}

/** Completion: the text as written, also where it is JSON; a refusal is text too. Chat: the whole message. */
function dataOf(mode: RunMode, message: AssistantMessage, wire: TestResponse['message']): string | object {
  if (mode === 'chat') return wire
  if (message.content !== null && message.content !== '') return message.content
  return wire.tool_calls ?? message.refusal ?? ''
}

/** @see contract.md, Response (JSON) */
export function toTestResponse({
  mode,
  raw,
  responseFormat,
  answer,
  rounds,
  settings,
  tree,
  traceId,
  spanId,
  wire,
}: TestResponseParts): TestResponse {
  const message = toWire(answer.message)
  const data = dataOf(mode, answer.message, message)
  const parsed = parsedOf(answer.message.content, responseFormat)
  return {
    version: '3.0',
    data,
    message,
    ...parsed,
    content_type: typeof data === 'object' || 'parsed' in parsed ? 'application/json' : 'text/plain',
    finish_reason: answer.finishReason,
    ...(raw ? { raw } : {}),
    ...(rounds.length === 0 ? {} : { rounds: rounds.map((round) => toWire(round)) }),
    settings: withDoubts(settings, answer.gateway),
    tree,
    trace_id: traceId,
    span_id: spanId,
    ...(wire === null ? {} : { wire: toWire(wire) }),
  }
}
