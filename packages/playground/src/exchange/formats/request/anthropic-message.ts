import type { ContentPart, Message, ThinkingBlock, ToolCall } from '@vitrine/contracts'
import type { TellLost } from '../../conversation/read-chat-message.ts'
import { type JsonObject, isList, isObject, member, textMember } from '../../data/json-object.ts'

const blocksOf = (content: unknown): readonly JsonObject[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : isList(content) ? content.filter(isObject) : []

export const blockText = (content: unknown): string =>
  blocksOf(content)
    .map((block) => textMember(block, 'text') ?? '')
    .join('\n')

/** Where an image or a document comes from, as one address. */
function addressOf(block: JsonObject): string | null {
  const source = member(block, 'source')
  if (!isObject(source)) return null
  const data = textMember(source, 'data')
  if (textMember(source, 'type') === 'base64' && data !== undefined) {
    return `data:${textMember(source, 'media_type') ?? 'application/octet-stream'};base64,${data}`
  }
  return textMember(source, 'url') ?? textMember(source, 'file_id') ?? null
}

function partOf(block: JsonObject): ContentPart | null {
  const type = textMember(block, 'type')
  if (type === 'text') return { type, text: textMember(block, 'text') ?? '' }
  const address = addressOf(block)
  if (address === null) return null
  if (type === 'image') return { type: 'image_url', imageUrl: { url: address } }
  const filename = textMember(block, 'title')
  if (type !== 'document') return null
  return {
    type: 'file',
    file: { ...(address.startsWith('data:') ? { fileData: address } : { fileId: address }), ...(filename ? { filename } : {}) },
  }
}

function thinkingOf(block: JsonObject): ThinkingBlock | null {
  const type = textMember(block, 'type')
  if (type === 'redacted_thinking') return { text: '', redacted: textMember(block, 'data') ?? '' }
  if (type !== 'thinking') return null
  const signature = textMember(block, 'signature')
  return { text: textMember(block, 'thinking') ?? '', ...(signature === undefined ? {} : { signature }) }
}

const callOf = (block: JsonObject): ToolCall => ({
  id: textMember(block, 'id') ?? '',
  type: 'function',
  function: { name: textMember(block, 'name') ?? '', arguments: JSON.stringify(member(block, 'input') ?? {}) },
})

function contentOf(parts: readonly ContentPart[]): Pick<Message, 'content'> {
  const [first] = parts
  if (parts.length === 0) return {}
  return { content: parts.length === 1 && first?.type === 'text' ? first.text : parts }
}

/** A turn of the Messages API. Results of tools are messages of their own with us, so one turn can be several. */
export function readAnthropicMessage(value: unknown, tell: TellLost): readonly Message[] {
  const role = isObject(value) ? member(value, 'role') : undefined
  if (!isObject(value) || (role !== 'user' && role !== 'assistant' && role !== 'system')) {
    tell('messages')
    return []
  }
  const results: Message[] = []
  const parts: ContentPart[] = []
  const calls: ToolCall[] = []
  const thinking: ThinkingBlock[] = []
  for (const block of blocksOf(member(value, 'content'))) {
    const type = textMember(block, 'type')
    const thought = thinkingOf(block)
    const part = partOf(block)
    if (Object.hasOwn(block, 'cache_control')) tell('cache_control')
    if (type === 'tool_use') calls.push(callOf(block))
    else if (type === 'tool_result') {
      results.push({ role: 'tool', toolCallId: textMember(block, 'tool_use_id') ?? '', content: blockText(member(block, 'content')) })
      if (member(block, 'is_error') === true) tell('is_error')
    } else if (thought !== null) thinking.push(thought)
    else if (part !== null) parts.push(part)
    else tell(`content.${type ?? 'block'}`)
  }
  const own: Message = {
    role,
    ...contentOf(parts),
    ...(calls.length > 0 ? { toolCalls: calls } : {}),
    ...(thinking.length > 0 ? { thinking } : {}),
  }
  return Object.keys(own).length > 1 || results.length === 0 ? [...results, own] : results
}
