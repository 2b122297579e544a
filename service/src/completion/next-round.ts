import type { ErrorDetail, Message, ToolResult } from '@vitrine/contracts'
import { ATTRIBUTE, TOOL_OPERATION } from '../telemetry/attribute-names.ts'
import type { Round, RoundEnd } from './run-round.ts'
import type { RunScope } from './run-scope.ts'
import type { LoopPlan } from './tool-loop.ts'

/** The model is asked again with these results, or cannot be. */
export type NextRound = { readonly results: readonly ToolResult[]; readonly next: Round | ErrorDetail }

export const isRound = (next: Round | ErrorDetail): next is Round => 'call' in next

const toMessage = ({ id, content }: ToolResult): Message => ({ role: 'tool', toolCallId: id, content })

function traceResult({ trace, clock }: RunScope, { id, name, failed }: ToolResult, startMs: number): void {
  trace.stage({
    name: `${TOOL_OPERATION} ${name}`,
    startMs,
    endMs: clock.elapsed(),
    attributes: { [ATTRIBUTE.operation]: TOOL_OPERATION, [ATTRIBUTE.toolName]: name, [ATTRIBUTE.toolCallId]: id },
    ...(failed === true ? { failure: 'tool_failed' } : {}),
  })
}

/** What comes after a round; null where the run is over with it. */
export function nextRound(loop: LoopPlan | null, round: Round, { answer, failure }: RoundEnd, scope: RunScope): NextRound | null {
  if (loop === null || failure !== null || round.number >= loop.of) return null
  const startMs = scope.clock.elapsed()
  const results = loop.answer(answer.message.toolCalls ?? [])
  if (results === null) return null
  for (const result of results) traceResult(scope, result, startMs)
  const messages = [...round.messages, answer.message, ...results.map(toMessage)]
  const prepared = loop.prepare(messages)
  return { results, next: prepared.ok ? { number: round.number + 1, call: prepared.call, messages } : prepared.error }
}
