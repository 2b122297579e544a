import { MESSAGE_ROLES, type ContentPart, type Message, type MessageRole, type ToolCall } from '@vitrine/contracts'
import { type JsonObject, defined, isList, isObject, member, textMember } from '../data/json-object.ts'

/** Told what of a message has no place here, in few words: `image`, `tool_calls`. */
export type TellLost = (what: string) => void

const KNOWN: ReadonlySet<string> = new Set([
  'role',
  'content',
  'name',
  'tool_calls',
  'tool_call_id',
  'function_call',
  'refusal',
  'reasoning_content',
  'id',
])

function roleOf(value: JsonObject): MessageRole | null {
  const role = member(value, 'role')
  return role === 'function' ? 'tool' : (MESSAGE_ROLES.find((known) => known === role) ?? null)
}

function filePart(file: JsonObject): ContentPart | null {
  const fields = defined({
    fileId: textMember(file, 'file_id'),
    fileData: textMember(file, 'file_data'),
    filename: textMember(file, 'filename'),
    format: textMember(file, 'format'),
  })
  return fields.fileId || fields.fileData ? { type: 'file', file: fields } : null
}

function partOf(part: unknown): ContentPart | null {
  if (typeof part === 'string') return { type: 'text', text: part }
  if (!isObject(part)) return null
  const type = member(part, 'type')
  const image = member(part, 'image_url')
  const audio = member(part, 'input_audio')
  const file = member(part, 'file')
  if (type === 'text') return { type, text: textMember(part, 'text') ?? '' }
  if (type === 'image_url') {
    const url = typeof image === 'string' ? image : isObject(image) ? textMember(image, 'url') : undefined
    const detail = isObject(image) ? textMember(image, 'detail') : undefined
    return url === undefined ? null : { type, imageUrl: detail === undefined ? { url } : { url, detail } }
  }
  if (type === 'input_audio' && isObject(audio)) {
    return { type, inputAudio: { data: textMember(audio, 'data') ?? '', format: textMember(audio, 'format') ?? '' } }
  }
  return type === 'file' && isObject(file) ? filePart(file) : null
}

export function contentOf(content: unknown, tell: TellLost): string | readonly ContentPart[] | null | undefined {
  if (content === undefined || content === null || typeof content === 'string') return content
  if (!isList(content)) {
    tell('content')
    return undefined
  }
  return content.flatMap((item) => {
    const part = partOf(item)
    if (part === null) tell(`content.${(isObject(item) ? textMember(item, 'type') : undefined) ?? typeof item}`)
    return part ?? []
  })
}

function toolCall(value: unknown, index: number): ToolCall | null {
  const call = isObject(value) ? value : {}
  const made = isObject(member(call, 'function')) ? (member(call, 'function') as JsonObject) : null
  const name = made === null ? undefined : textMember(made, 'name')
  if (made === null || name === undefined) return null
  const given = member(made, 'arguments')
  const text = typeof given === 'string' ? given : JSON.stringify(given ?? {})
  return { id: textMember(call, 'id') ?? `call_${index + 1}`, type: 'function', function: { name, arguments: text } }
}

function callsOf(value: JsonObject, tell: TellLost): readonly ToolCall[] {
  const old = member(value, 'function_call')
  const given = member(value, 'tool_calls')
  const calls = isList(given) ? given : isObject(old) ? [{ function: old }] : []
  return calls.flatMap((call, index) => {
    const read = toolCall(call, index)
    if (read === null) tell('tool_calls')
    return read ?? []
  })
}

/** A message as the chat completions API writes it; null where it has no role that we know. */
export function readChatMessage(value: unknown, tell: TellLost): Message | null {
  const role = isObject(value) ? roleOf(value) : null
  if (!isObject(value) || role === null) return null
  for (const name of Object.keys(value)) if (!KNOWN.has(name) && value[name] !== null) tell(`message.${name}`)
  const content = contentOf(member(value, 'content'), tell)
  const calls = callsOf(value, tell)
  const thought = textMember(value, 'reasoning_content')
  return {
    role,
    ...(content === undefined ? {} : { content }),
    ...defined({
      name: textMember(value, 'name'),
      toolCalls: calls.length > 0 ? calls : undefined,
      toolCallId: textMember(value, 'tool_call_id'),
      refusal: textMember(value, 'refusal'),
      thinking: thought === undefined ? undefined : [{ text: thought }],
    }),
  }
}
