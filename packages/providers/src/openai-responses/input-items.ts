import type { Message, Tool } from '@vitrine/contracts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import { assistantItems } from './assistant-items.ts'
import { toInputPart } from './input-part.ts'
import { ownItems } from './own-items.ts'
import type { InputItem } from './wire.ts'

/** What `input[]` is written from. */
export interface InputSource {
  readonly messages: readonly Message[]
  /** The first of them is this one of the caller's. */
  readonly offset: number
  readonly tools: readonly Tool[]
  readonly report: ReportBuilder
}

/**
 * Messages as items of `input[]`. System and developer messages stay items, in their places; a call and what came of it are items of
 * their own, told together by `call_id`. An answer that this API itself wrote goes back as it came.
 */
export function toInputItems({ messages, offset, tools, report }: InputSource): InputItem[] {
  const customTools = new Set(tools.flatMap((tool) => (tool.type === 'custom' && 'name' in tool ? [tool.name] : [])))
  const customCalls = new Set<unknown>()
  return messages.flatMap((message, position) => {
    const path = `messages[${offset + position}]`
    if (message.name !== undefined) report.drop(`${path}.name`, 'the Responses API has no names of speakers')
    if (message.role === 'tool') return [toOutputItem(message, path, customCalls, report)]
    if (message.role !== 'assistant') return [{ role: message.role, content: toContent(message, path, report) }]
    const items = ownItems(message, path, report) ?? assistantItems(message, path, customTools, report)
    for (const item of items) if (item['type'] === 'custom_tool_call') customCalls.add(item['call_id'])
    return items
  })
}

function toContent({ content }: Message, path: string, report: ReportBuilder): unknown {
  if (content === undefined || content === null) return ''
  if (typeof content === 'string') return content
  return content.flatMap((part, position) => toInputPart(part, `${path}.content[${position}]`, report) ?? [])
}

function toOutputItem(message: Message, path: string, customCalls: ReadonlySet<unknown>, report: ReportBuilder): InputItem {
  const { toolCallId } = message
  return {
    type: customCalls.has(toolCallId) ? 'custom_tool_call_output' : 'function_call_output',
    ...(toolCallId === undefined ? {} : { call_id: toolCallId }),
    output: toContent(message, path, report),
  }
}
