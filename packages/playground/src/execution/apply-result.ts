import {
  type AssistantMessage,
  type Cost,
  type SpanNode,
  type TestResponse,
  type TokenUsage,
  type WireAttempt,
  fromWire,
} from '@vitrine/contracts'
import { sinceQueued } from '../state/cell-lifecycle.ts'
import type { Cell, CellPart } from '../state/cell.ts'

/** The cell that succeeded. A streamed answer keeps its parts; one that came as a whole gets them from the message. */
export function applyResult(cell: Cell, response: TestResponse, nowMs: number): Cell {
  const { message, tree } = response
  const atMs = sinceQueued(cell, nowMs)
  return {
    ...cell,
    state: 'done',
    queuePosition: null,
    retry: null,
    failure: null,
    text: message.content ?? '',
    refusal: message.refusal ?? cell.refusal,
    thinking: message.thinking?.map(({ text }) => text).join('') ?? cell.thinking,
    toolCalls: message.tool_calls ?? [],
    message: fromWire<AssistantMessage>(message),
    parts: cell.parts.length > 0 ? cell.parts : partsOf(response),
    logprobs: cell.logprobs.length > 0 ? cell.logprobs : (response.logprobs ?? []),
    finishReason: response.finish_reason,
    usage: cell.usage ?? usageOf(tree.nodes[0]),
    cost: costOf(cell.cost, tree.nodes[0]),
    traceId: response.trace_id,
    spanId: response.span_id,
    tree: tree.nodes,
    wire: response.wire?.map((attempt) => fromWire<WireAttempt>(attempt)) ?? cell.wire,
    settings: response.settings,
    parsed: response.parsed,
    response,
    times: { ...cell.times, firstTokenMs: cell.times.firstTokenMs ?? atMs, endMs: atMs },
  }
}

type Said = Omit<CellPart, 'index'>

/** What a message says, part by part; `results` are what its calls were answered with. */
function saidIn(message: TestResponse['message'], results: ReadonlyMap<string, string>): readonly Said[] {
  const said = (kind: CellPart['kind'], text: string): Said => ({ kind, text, id: '', name: '' })
  return [
    ...(message.thinking ?? []).map(({ text }) => said('thinking', text)),
    ...(message.content ? [said('text', message.content)] : []),
    ...(message.refusal ? [said('refusal', message.refusal)] : []),
    ...(message.tool_calls ?? []).map(({ id, function: { name, arguments: text } }): Said => {
      const call: Said = { kind: 'tool-call', text, id, name }
      const result = results.get(id)
      return result === undefined ? call : Object.assign(call, { result })
    }),
  ]
}

/** The parts of an answer that came as a whole, round by round. */
function partsOf({ message, rounds = [] }: TestResponse): readonly CellPart[] {
  const earlier = rounds.flatMap((round) => saidIn(round.message, new Map(round.results.map(({ id, content }) => [id, content]))))
  return [...earlier, ...saidIn(message, new Map())].map((part, index) => Object.assign(part, { index }))
}

/** What the root span says was used, where no event said so. */
function usageOf(root: SpanNode | undefined): TokenUsage | null {
  const tokens = root?.metrics.acc.tokens
  if (!tokens || tokens.total === null || tokens.prompt === undefined || tokens.completion === undefined) return null
  return {
    inputTokens: tokens.prompt,
    outputTokens: tokens.completion,
    totalTokens: tokens.total,
    ...(tokens.cached === undefined ? {} : { cachedTokens: tokens.cached }),
    ...(tokens.reasoning === undefined ? {} : { reasoningTokens: tokens.reasoning }),
    source: tokens.estimated ? 'estimate' : 'provider',
  }
}

/** The root span knows how the cost is made up; an event only its sum. */
function costOf(known: Cost | null, root: SpanNode | undefined): Cost | null {
  const costs = root?.metrics.acc.costs
  if (!costs) return known
  return {
    totalUsd: costs.total,
    ...(costs.prompt === undefined ? {} : { promptUsd: costs.prompt }),
    ...(costs.completion === undefined ? {} : { completionUsd: costs.completion }),
    source: costs.source,
  }
}
