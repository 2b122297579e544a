import type { Message } from '@vitrine/contracts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import type { InputItem } from './wire.ts'

/** An earlier answer in our words as items of `input[]`: what was said, then the calls. Its thinking has no words that could be sent. */
export function assistantItems(message: Message, path: string, customTools: ReadonlySet<unknown>, report: ReportBuilder): InputItem[] {
  const { toolCalls = [], thinking = [] } = message
  if (thinking.length > 0) {
    report.drop(`${path}.thinking`, 'the Responses API takes no thinking of earlier answers but its own items, as it wrote them')
  }
  const content = toContent(message, path, report)
  const isSilent = content === '' && toolCalls.length > 0
  return [
    ...(isSilent ? [] : [{ role: 'assistant', content }]),
    ...toolCalls.map(({ id, function: { name, arguments: text } }) =>
      customTools.has(name)
        ? { type: 'custom_tool_call', call_id: id, name, input: text }
        : { type: 'function_call', call_id: id, name, arguments: text },
    ),
  ]
}

function toContent({ content, refusal }: Message, path: string, report: ReportBuilder): string | readonly InputItem[] {
  const said = content ?? ''
  if (typeof said === 'string' && refusal === undefined) return said
  const texts = typeof said === 'string' ? (said === '' ? [] : [{ type: 'text' as const, text: said }]) : said
  const parts: InputItem[] = []
  for (const [position, part] of texts.entries()) {
    if (part.type === 'text') parts.push({ type: 'output_text', text: part.text })
    else report.drop(`${path}.content[${position}]`, 'an earlier answer holds text alone in the Responses API')
  }
  if (refusal !== undefined) parts.push({ type: 'refusal', refusal })
  return parts.length === 0 ? '' : parts
}
