import type { ContentPart, Message, ModelSettings } from '@vitrine/contracts'
import { MESSAGE_ROLES } from '@vitrine/contracts'
import type { TellLost } from '../../conversation/read-chat-message.ts'
import { type JsonObject, defined, isList, isObject, member, numberMember, textMember } from '../../data/json-object.ts'
import { cellText } from '../../data/cell-text.ts'
import type { RequestDialect } from './request-dialect.ts'
import { readFormat } from './read-format.ts'
import { readToolChoice, readTools } from './read-tools.ts'

const READ: ReadonlySet<string> = new Set([
  'model',
  'input',
  'instructions',
  'temperature',
  'top_p',
  'max_output_tokens',
  'reasoning',
  'text',
  'tools',
  'tool_choice',
  'top_logprobs',
  'stream',
])

function partOf(part: JsonObject): ContentPart | null {
  const type = textMember(part, 'type')
  if (type === 'input_text' || type === 'output_text' || type === 'text') return { type: 'text', text: textMember(part, 'text') ?? '' }
  const url = textMember(part, 'image_url')
  if (type === 'input_image' && url !== undefined) {
    const detail = textMember(part, 'detail')
    return { type: 'image_url', imageUrl: detail === undefined ? { url } : { url, detail } }
  }
  const fileId = textMember(part, 'file_id') ?? textMember(part, 'file_url')
  const fileData = textMember(part, 'file_data')
  if (type !== 'input_file' || (fileId === undefined && fileData === undefined)) return null
  return { type: 'file', file: defined({ fileId, fileData, filename: textMember(part, 'filename') }) }
}

function contentOf(content: unknown, tell: TellLost): string | readonly ContentPart[] {
  if (!isList(content)) return typeof content === 'string' ? content : ''
  const parts = content.flatMap((item) => {
    const part = isObject(item) ? partOf(item) : null
    if (part === null) tell(`input.${(isObject(item) ? textMember(item, 'type') : undefined) ?? 'part'}`)
    return part ?? []
  })
  const [first] = parts
  return parts.length === 1 && first?.type === 'text' ? first.text : parts
}

/** One item of the input; null for those that only their provider can read. */
function messageOf(item: JsonObject, tell: TellLost): Message | null {
  const type = textMember(item, 'type') ?? 'message'
  const role = MESSAGE_ROLES.find((known) => known === member(item, 'role'))
  if (type === 'message' && role !== undefined) return { role, content: contentOf(member(item, 'content'), tell) }
  const id = textMember(item, 'call_id') ?? ''
  if (type === 'function_call') {
    const call = { name: textMember(item, 'name') ?? '', arguments: textMember(item, 'arguments') ?? '{}' }
    return { role: 'assistant', toolCalls: [{ id, type: 'function', function: call }] }
  }
  return type === 'function_call_output' ? { role: 'tool', toolCallId: id, content: cellText(member(item, 'output')) } : null
}

function messagesOf(input: unknown, tell: TellLost): readonly Message[] {
  if (typeof input === 'string') return [{ role: 'user', content: input }]
  return (isList(input) ? input : []).flatMap((item) => {
    const message = isObject(item) ? messageOf(item, tell) : null
    if (message === null) tell(`input.${(isObject(item) ? textMember(item, 'type') : undefined) ?? 'item'}`)
    return message ?? []
  })
}

const inner = (body: JsonObject, name: string): JsonObject => {
  const held = member(body, name)
  return isObject(held) ? held : {}
}

/** `POST /responses`. @see https://platform.openai.com/docs/api-reference/responses/create */
export const readResponsesRequest: RequestDialect = (body, tell) => {
  const instructions = textMember(body, 'instructions')
  const opening: readonly Message[] = instructions === undefined ? [] : [{ role: 'system', content: instructions }]
  for (const name of Object.keys(inner(body, 'text'))) if (name !== 'format') tell(`text.${name}`)
  for (const name of Object.keys(inner(body, 'reasoning'))) if (name !== 'effort') tell(`reasoning.${name}`)
  const settings: Partial<ModelSettings> = defined({
    model: textMember(body, 'model'),
    temperature: numberMember(body, 'temperature'),
    topP: numberMember(body, 'top_p'),
    maxTokens: numberMember(body, 'max_output_tokens'),
    reasoningEffort: textMember(inner(body, 'reasoning'), 'effort'),
    responseFormat: readFormat(member(inner(body, 'text'), 'format'), tell),
    tools: readTools(member(body, 'tools'), tell),
    toolChoice: readToolChoice(member(body, 'tool_choice'), tell),
    topLogprobs: numberMember(body, 'top_logprobs'),
    stream: typeof body['stream'] === 'boolean' ? body['stream'] : undefined,
    api: 'responses' as const,
  })
  return { messages: [...opening, ...messagesOf(member(body, 'input'), tell)], settings, read: READ }
}
