import { z } from 'zod'
import { MESSAGE_ROLES } from '../kernel/message.ts'
import { documented } from './documented.ts'
import { nativeTurnSchema } from './message.ts'

/**
 * Messages as the service writes them. Requests are read by `messageSchema`, which also takes nulls and the spellings of earlier
 * clients; what goes out has one form.
 */
const partSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string(), detail: z.string().exactOptional() }) }),
  z.object({ type: z.literal('input_audio'), input_audio: z.object({ data: z.string(), format: z.string() }) }),
  z.object({
    type: z.literal('file'),
    file: z.object({
      file_id: z.string().exactOptional(),
      file_data: z.string().exactOptional(),
      filename: z.string().exactOptional(),
      format: z.string().exactOptional(),
    }),
  }),
])

const fields = {
  name: z.string().exactOptional(),
  tool_calls: z
    .array(z.object({ id: z.string(), type: z.literal('function'), function: z.object({ name: z.string(), arguments: z.string() }) }))
    .exactOptional(),
  tool_call_id: z.string().exactOptional(),
  refusal: z.string().exactOptional(),
  thinking: z
    .array(z.object({ text: z.string(), signature: z.string().exactOptional(), redacted: z.string().exactOptional() }))
    .exactOptional(),
  native: nativeTurnSchema.exactOptional(),
}

export const renderedMessageSchema = z
  .object({
    role: z.enum(MESSAGE_ROLES),
    content: z
      .union([z.string(), z.array(partSchema)])
      .nullable()
      .exactOptional(),
    ...fields,
  })
  .register(documented, { id: 'RenderedMessage', title: 'RenderedMessage' })

export const assistantMessageSchema = z
  .object({ role: z.literal('assistant'), content: z.string().nullable(), ...fields })
  .register(documented, { id: 'AssistantMessage', title: 'AssistantMessage' })
