import type { Message } from '@vitrine/contracts'
import type { ChatVariant } from './chat-variant.ts'
import { toWirePart } from './content-part.ts'
import type { ReportBuilder } from '../dialect/settings-report.ts'

type WireMessage = Readonly<Record<string, unknown>>

/**
 * A prompt's messages as chat completions spell them. Roles stay as they are: OpenAI and LiteLLM read `developer` and `system` alike for
 * the models that know only one of them.
 */
export function toWireMessages(messages: readonly Message[], replayed: ChatVariant['replayed'], report: ReportBuilder): WireMessage[] {
  return messages.map((message, position) => {
    const path = `messages[${position}]`
    return { ...toWireMessage(message, path, report), ...replayed(message, path, report) }
  })
}

function toWireMessage(message: Message, path: string, report: ReportBuilder): WireMessage {
  const { role, name, toolCalls, toolCallId, refusal } = message
  return {
    role,
    content: toWireContent(message, path, report),
    ...(name === undefined ? {} : { name }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(toolCalls === undefined || toolCalls.length === 0
      ? {}
      : {
          tool_calls: toolCalls.map(({ id, type, function: called }) => ({
            id,
            type,
            function: { name: called.name, arguments: called.arguments },
          })),
        }),
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
  }
}

/** Only an assistant may say nothing, by a call or a refusal; for the others an absent text is an empty one. */
function toWireContent({ role, content }: Message, path: string, report: ReportBuilder): unknown {
  if (content === undefined || content === null) return role === 'assistant' ? null : ''
  if (typeof content === 'string') return content
  return content.map((part, position) => toWirePart(part, `${path}.content[${position}]`, report))
}
