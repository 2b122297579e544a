import type { ChatMessage } from '../chat-request.ts'
import { isRecord, ownValue } from '../json-value.ts'
import { messageText } from '../message-text.ts'

export interface ToolResult {
  readonly name: string
  readonly text: string
}

/** The names of the tools that were called, by the ids of their calls. */
function calledTools(messages: readonly ChatMessage[]): ReadonlyMap<unknown, string> {
  const calls = messages.flatMap(({ tool_calls: called }): readonly unknown[] => (Array.isArray(called) ? called : []))
  return new Map(
    calls.filter(isRecord).map((call) => {
      const declared = ownValue(call, 'function')
      const name = isRecord(declared) ? ownValue(declared, 'name') : undefined
      return [ownValue(call, 'id'), typeof name === 'string' ? name : 'the tool']
    }),
  )
}

/** What tools answered since the user last spoke, in order. */
export function toolResults(messages: readonly ChatMessage[]): readonly ToolResult[] {
  const names = calledTools(messages)
  const since = messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1)
  return since
    .filter(({ role }) => role === 'tool' || role === 'function')
    .map((message) => ({ name: names.get(message.tool_call_id) ?? 'the tool', text: messageText(message) }))
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A result as lines, `name: value` for each member of an object; other text as it is. */
export function resultLines(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return Object.entries(value).map(([name, inner]) => `${name}: ${shown(inner)}`)
    if (Array.isArray(value)) return value.map(shown)
    return [shown(value)]
  } catch {
    return [text.trim()]
  }
}
