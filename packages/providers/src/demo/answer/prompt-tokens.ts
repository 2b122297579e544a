import type { ChatMessage, ChatRequest } from '../chat-request.ts'
import { isRecord } from '../json-value.ts'
import { messageText } from '../message-text.ts'
import { countTokens } from '../tokens.ts'

/** What an image, a sound or a file counts as: the demo models do not look inside. */
const ATTACHMENT_TOKENS = 85
const PER_MESSAGE = 4
const PER_REPLY = 3

function attachments(message: ChatMessage): number {
  const parts: readonly unknown[] = Array.isArray(message.content) ? message.content : []
  return parts.filter((part) => isRecord(part) && part['type'] !== 'text').length
}

const messageTokens = (message: ChatMessage): number =>
  PER_MESSAGE +
  countTokens(messageText(message)) +
  attachments(message) * ATTACHMENT_TOKENS +
  (message.tool_calls === undefined ? 0 : countTokens(JSON.stringify(message.tool_calls)))

/** Tokens of everything the model is given: messages with their framing, tools, and the schema of the answer. */
export function promptTokens(request: ChatRequest): number {
  const messages = request.messages.reduce((sum, message) => sum + messageTokens(message), PER_REPLY)
  const tools = request.tools.length > 0 ? countTokens(JSON.stringify(request.tools)) : 0
  return messages + tools + (request.format.type === 'json_schema' ? countTokens(JSON.stringify(request.format.schema)) : 0)
}
