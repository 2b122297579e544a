import type { Message, ToolCall } from '@vitrine/contracts'
import type { EnhancedMessage } from '../../state/prompt.ts'

const NONE: readonly ToolCall[] = []

/** The calls of a message that nothing after it answers before somebody else speaks. */
export function openCallsAt(history: readonly Message[], index: number): readonly ToolCall[] {
  const calls = history[index]?.toolCalls ?? NONE
  if (calls.length === 0) return NONE
  const rest = history.slice(index + 1)
  const end = rest.findIndex(({ role }) => role !== 'tool')
  const answered = new Set((end < 0 ? rest : rest.slice(0, end)).map(({ toolCallId }) => toolCallId))
  return calls.filter(({ id }) => !answered.has(id))
}

/** The calls that a conversation ends in: before anything else is said, they want their results. */
export function pendingCalls(history: readonly Message[]): readonly ToolCall[] {
  const last = history.findLastIndex(({ role }) => role !== 'tool')
  return last < 0 ? NONE : openCallsAt(history, last)
}

/** The name of the tool whose call a message answers; null where no call before it has that id. */
export function calledName(history: readonly Message[], index: number): string | null {
  const message = history[index]
  if (message?.role !== 'tool') return null
  const calls = history.slice(0, index).flatMap(({ toolCalls = [] }) => toolCalls)
  return calls.findLast(({ id }) => id === message.toolCallId)?.function.name ?? null
}

/** The turn after which the result of a call stands: the caller, or the last result that follows it. */
export function placeOfResult(history: readonly EnhancedMessage[], index: number): number {
  const rest = history.slice(index + 1).findIndex(({ role }) => role !== 'tool')
  return rest < 0 ? history.length : index + 1 + rest
}
