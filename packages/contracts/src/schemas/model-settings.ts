import { z } from 'zod'
import { documented, foreignObject } from './documented.ts'
import { toolChoiceSchema, toolLoopSchema, toolSchema } from './tool.ts'

export const responseFormatSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text') }),
    z.object({ type: z.literal('json_object') }),
    z.object({
      type: z.literal('json_schema'),
      json_schema: z.object({
        name: z.string().min(1),
        description: z.string().nullish(),
        schema: foreignObject().nullish(),
        strict: z.boolean().nullish(),
      }),
    }),
  ])
  .register(documented, { id: 'ResponseFormat', title: 'ResponseFormat' })

const penalty = () => z.number().min(-2).max(2).nullish()
const tokenLimit = () => z.int().min(1).nullish()

export const llmConfigSchema = z
  .looseObject({
    model: z.string().regex(/\S/, { error: 'must name a model' }),
    temperature: z.number().min(0).max(2).nullish(),
    top_p: z.number().min(0).max(1).nullish(),
    max_tokens: tokenLimit(),
    max_completion_tokens: tokenLimit(),
    frequency_penalty: penalty(),
    presence_penalty: penalty(),
    stop: z.union([z.string(), z.array(z.string())]).nullish(),
    seed: z.int().nullish(),
    logprobs: z.boolean().nullish(),
    top_logprobs: z.int().min(0).max(20).nullish(),
    reasoning_effort: z.string().min(1).nullish(),
    thinking: z.object({ type: z.enum(['enabled', 'disabled', 'adaptive']), budget_tokens: tokenLimit() }).nullish(),
    response_format: responseFormatSchema.nullish(),
    tools: z.array(toolSchema).nullish(),
    tool_choice: toolChoiceSchema.nullish(),
    tool_loop: toolLoopSchema.nullish(),
    stream: z.boolean().nullish(),
    api: z.enum(['auto', 'chat', 'responses']).nullish(),
    extra_body: foreignObject().nullish(),
  })
  .register(documented, {
    id: 'LlmConfig',
    title: 'LlmConfig',
    description: 'How a model is asked. An absent or null field is not sent. Other keys are not sent and are listed in settings.dropped.',
  })
