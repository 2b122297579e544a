import type { ContentPart, Message, ThinkingBlock, ToolCall } from '@vitrine/contracts'
import type { TellLost } from '../../conversation/read-chat-message.ts'
import { cellText } from '../../data/cell-text.ts'
import { type JsonObject, isList, isObject, member } from '../../data/json-object.ts'
import { eitherMember, eitherObject, eitherText } from './gemini-names.ts'

const partsOf = (content: unknown): readonly JsonObject[] => {
  if (typeof content === 'string') return [{ text: content }]
  const parts = isObject(content) ? member(content, 'parts') : undefined
  return isList(parts)
    ? parts.flatMap((part): readonly JsonObject[] => (typeof part === 'string' ? [{ text: part }] : isObject(part) ? [part] : []))
    : []
}

/** The words of an instruction, its parts one under the other. */
export const instructionText = (content: unknown): string =>
  partsOf(content)
    .map((part) => eitherText(part, 'text') ?? '')
    .join('\n')

/** Something that stands in the request itself, or that it points to. */
function attachmentOf(part: JsonObject): ContentPart | null {
  const inline = eitherObject(part, 'inlineData')
  const data = eitherText(inline, 'data')
  const file = eitherObject(part, 'fileData')
  const type = eitherText(data === undefined ? file : inline, 'mimeType') ?? 'application/octet-stream'
  const address = data === undefined ? eitherText(file, 'fileUri') : `data:${type};base64,${data}`
  if (address === undefined) return null
  if (type.startsWith('image/')) return { type: 'image_url', imageUrl: { url: address } }
  if (type.startsWith('audio/') && data !== undefined) {
    return { type: 'input_audio', inputAudio: { data, format: type.slice('audio/'.length).replace(/^x-|;.*$/g, '') } }
  }
  return { type: 'file', file: data === undefined ? { fileId: address } : { fileData: address } }
}

/** Gives calls without a name of their own one, and finds it again for what comes back. */
export interface CallNames {
  call(name: string, own: string | undefined): string
  answer(name: string, own: string | undefined): string
}

export function createCallNames(): CallNames {
  let count = 0
  const open: { readonly name: string; readonly id: string }[] = []
  return {
    call(name, own) {
      count += 1
      const id = own ?? `call_${count}`
      open.push({ name, id })
      return id
    },
    answer(name, own) {
      const at = open.findIndex((call) => (own === undefined ? call.name === name : call.id === own))
      const [call] = at < 0 ? [] : open.splice(at, 1)
      return own ?? call?.id ?? name
    },
  }
}

function contentOf(parts: readonly ContentPart[]): Pick<Message, 'content'> {
  const [first] = parts
  if (first === undefined) return {}
  return { content: parts.length === 1 && first.type === 'text' ? first.text : parts }
}

/** A turn of a conversation with Gemini. Results of functions are messages of their own with us, so one turn can be several. */
export function readGeminiContent(value: unknown, names: CallNames, tell: TellLost): readonly Message[] {
  const given = isObject(value) ? member(value, 'role') : undefined
  const role = given === 'model' ? 'assistant' : 'user'
  const results: Message[] = []
  const parts: ContentPart[] = []
  const calls: ToolCall[] = []
  const thinking: ThinkingBlock[] = []
  for (const part of partsOf(value)) {
    const text = eitherText(part, 'text')
    const signature = eitherText(part, 'thoughtSignature')
    const call = eitherObject(part, 'functionCall')
    const answer = eitherObject(part, 'functionResponse')
    const called = eitherText(call, 'name')
    const answered = eitherText(answer, 'name')
    const attachment = attachmentOf(part)
    if (member(part, 'thought') === true) thinking.push({ text: text ?? '', ...(signature === undefined ? {} : { signature }) })
    else if (text !== undefined) parts.push({ type: 'text', text })
    else if (attachment !== null) parts.push(attachment)
    else if (called !== undefined) {
      const made = { name: called, arguments: JSON.stringify(eitherMember(call, 'args') ?? {}) }
      calls.push({ id: names.call(called, eitherText(call, 'id')), type: 'function', function: made })
    } else if (answered !== undefined) {
      const content = cellText(eitherMember(answer, 'response'))
      results.push({ role: 'tool', toolCallId: names.answer(answered, eitherText(answer, 'id')), content })
    } else tell(`parts.${Object.keys(part)[0] ?? 'part'}`)
  }
  const own: Message = {
    role,
    ...contentOf(parts),
    ...(calls.length > 0 ? { toolCalls: calls } : {}),
    ...(thinking.length > 0 ? { thinking } : {}),
  }
  return Object.keys(own).length > 1 ? [...results, own] : results
}
