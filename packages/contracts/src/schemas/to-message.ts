import type { z } from 'zod'
import type { AudioPart, ContentPart, FilePart, ImagePart, Message, ThinkingBlock } from '../kernel/message.ts'
import type { contentPartSchema, messageSchema, thinkingBlockSchema } from './message.ts'

type WireMessage = z.output<typeof messageSchema>
type WirePart = z.output<typeof contentPartSchema>
type WireFile = Extract<WirePart, { type: 'file' }>['file']
type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

function toFilePart(file: WireFile): FilePart {
  const filename = file.filename ?? file.name
  const format = file.format ?? file.mime_type
  return {
    type: 'file',
    file: {
      ...(file.file_id ? { fileId: file.file_id } : {}),
      ...(file.file_data ? { fileData: file.file_data } : {}),
      ...(typeof filename === 'string' ? { filename } : {}),
      ...(typeof format === 'string' ? { format } : {}),
    },
  }
}

function toImagePart({ url, detail }: { url: string; detail?: string | null | undefined }): ImagePart {
  return { type: 'image_url', imageUrl: typeof detail === 'string' ? { url, detail } : { url } }
}

function toAudioPart({ data, format }: { data: string; format: string }): AudioPart {
  return { type: 'input_audio', inputAudio: { data, format } }
}

function toContentPart(part: WirePart): ContentPart {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text }
    case 'image_url':
      return toImagePart(part.image_url)
    case 'input_audio':
      return toAudioPart(part.input_audio)
    default:
      return toFilePart(part.file)
  }
}

const toThinkingBlock = ({ text, signature, redacted }: z.output<typeof thinkingBlockSchema>): ThinkingBlock => ({
  text,
  ...(typeof signature === 'string' ? { signature } : {}),
  ...(typeof redacted === 'string' ? { redacted } : {}),
})

/** A checked message in our spelling, without nulls and without empty lists of calls or thoughts. */
export function toMessage(wire: WireMessage): Message {
  const message: Mutable<Message> = { role: wire.role }
  if (typeof wire.content === 'string') message.content = wire.content
  else if (Array.isArray(wire.content)) message.content = wire.content.map(toContentPart)
  if (typeof wire.name === 'string') message.name = wire.name
  if (wire.tool_calls && wire.tool_calls.length > 0) message.toolCalls = wire.tool_calls
  if (typeof wire.tool_call_id === 'string') message.toolCallId = wire.tool_call_id
  if (typeof wire.refusal === 'string') message.refusal = wire.refusal
  if (wire.thinking && wire.thinking.length > 0) message.thinking = wire.thinking.map(toThinkingBlock)
  if (wire.native) message.native = wire.native
  return message
}
