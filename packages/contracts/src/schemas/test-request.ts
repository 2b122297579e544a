import { z } from 'zod'
import { TEMPLATE_FORMATS } from '../template-format.ts'
import { documented, foreignObject } from './documented.ts'
import { messageSchema } from './message.ts'
import { llmConfigSchema } from './model-settings.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** What clients without an application write where its id would stand. */
const NO_APPLICATION: ReadonlySet<string> = new Set(['', 'undefined', 'null'])
export const isApplicationId = (text: string): boolean => !NO_APPLICATION.has(text)

export const promptSchema = z
  .looseObject({
    messages: z.array(messageSchema).nullish(),
    template_format: z.enum(TEMPLATE_FORMATS).nullish(),
    llm_config: llmConfigSchema,
    system_prompt: z.string().nullish(),
    user_prompt: z.string().nullish(),
    input_keys: z.unknown().optional(),
  })
  .register(documented, {
    id: 'Prompt',
    title: 'Prompt',
    description:
      'Messages are templates; template_format is curly where it is absent. system_prompt and user_prompt count only where messages is absent.',
  })

export const agConfigSchema = z.looseObject({ prompt: promptSchema }).register(documented, { id: 'AgConfig', title: 'AgConfig' })

/** What a request says beside its inputs. */
export const promptFields = {
  ag_config: agConfigSchema,
  application_id: z
    .string()
    .refine((text) => !isApplicationId(text) || UUID.test(text), { error: 'must be a UUID' })
    .nullish(),
  references: foreignObject().nullish(),
  links: foreignObject().nullish(),
}
const fields = { ...promptFields, inputs: foreignObject().nullish() }

/** @see CompletionTestRequest */
export const completionTestRequestSchema = z
  .strictObject(fields)
  .register(documented, { id: 'CompletionTestRequest', title: 'CompletionTestRequest' })

/** @see ChatTestRequest */
export const chatTestRequestSchema = z.strictObject({ ...fields, messages: z.array(messageSchema).nullish() }).register(documented, {
  id: 'ChatTestRequest',
  title: 'ChatTestRequest',
  description: 'messages is the history; it is appended after the rendered template as it is.',
})
