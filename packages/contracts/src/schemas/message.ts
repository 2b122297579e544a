import { z } from 'zod'
import { MESSAGE_ROLES } from '../kernel/message.ts'
import { documented } from './documented.ts'

const textPartSchema = z.object({ type: z.literal('text'), text: z.string() })
const imagePartSchema = z.object({
  type: z.literal('image_url'),
  image_url: z.object({ url: z.string().min(1), detail: z.string().nullish() }),
})
const audioPartSchema = z.object({ type: z.literal('input_audio'), input_audio: z.object({ data: z.string(), format: z.string() }) })

/** `name` and `mime_type` are how earlier clients spell `filename` and `format`. */
const fileSchema = z
  .object({
    file_id: z.string().nullish(),
    file_data: z.string().nullish(),
    filename: z.string().nullish(),
    format: z.string().nullish(),
    name: z.string().nullish(),
    mime_type: z.string().nullish(),
  })
  .refine((file) => Boolean(file.file_id) || Boolean(file.file_data), { error: 'needs file_id or file_data' })
const filePartSchema = z.object({ type: z.literal('file'), file: fileSchema })

export const contentPartSchema = z
  .discriminatedUnion('type', [textPartSchema, imagePartSchema, audioPartSchema, filePartSchema])
  .register(documented, { id: 'ContentPart', title: 'ContentPart' })

export const toolCallSchema = z
  .object({ id: z.string(), type: z.literal('function'), function: z.object({ name: z.string(), arguments: z.string() }) })
  .register(documented, { id: 'ToolCall', title: 'ToolCall', description: '`arguments` is text, also where it is not JSON.' })

export const thinkingBlockSchema = z
  .object({ text: z.string(), signature: z.string().nullish(), redacted: z.string().nullish() })
  .register(documented, { id: 'ThinkingBlock', title: 'ThinkingBlock' })

export const nativeTurnSchema = z
  .object({ dialect: z.string(), items: z.array(z.unknown()), id: z.string().exactOptional() })
  .register(documented, {
    id: 'NativeTurn',
    title: 'NativeTurn',
    description: 'An answer as its provider wrote it; send it back as it came.',
  })

export const messageSchema = z
  .object({
    role: z.enum(MESSAGE_ROLES),
    content: z.union([z.string(), z.array(contentPartSchema)]).nullish(),
    name: z.string().nullish(),
    tool_calls: z.array(toolCallSchema).nullish(),
    tool_call_id: z.string().nullish(),
    refusal: z.string().nullish(),
    thinking: z.array(thinkingBlockSchema).nullish(),
    native: nativeTurnSchema.nullish(),
  })
  .register(documented, {
    id: 'Message',
    title: 'Message',
    description: 'A message of a prompt or of a history. A null field counts as absent.',
  })
