import { z } from 'zod'
import { documented } from './documented.ts'

const tokenPrices = {
  input_usd: z.number(),
  output_usd: z.number(),
  cached_input_usd: z.number().exactOptional(),
  cache_write_usd: z.number().exactOptional(),
}

export const modelPriceSchema = z
  .object({
    ...tokenPrices,
    long_context: z.object({ ...tokenPrices, over_input_tokens: z.number() }).exactOptional(),
    date: z.string(),
    until: z.string().exactOptional(),
    matched_model: z.string().exactOptional(),
    source: z.string(),
  })
  .register(documented, { id: 'ModelPrice', title: 'ModelPrice', description: 'USD per token, and the day and place it was read.' })

const parameterFactSchema = z
  .object({
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    step: z.number().exactOptional(),
    default: z.union([z.number(), z.string(), z.boolean()]).exactOptional(),
    values: z.array(z.string()).exactOptional(),
    refused: z.string().exactOptional(),
    refused_while_thinking: z.string().exactOptional(),
  })
  .register(documented, { id: 'ParameterFact', title: 'ParameterFact' })

const parameterNameSchema = z.enum([
  'temperature',
  'top_p',
  'max_tokens',
  'frequency_penalty',
  'presence_penalty',
  'stop',
  'seed',
  'logprobs',
  'top_logprobs',
  'reasoning_effort',
  'thinking',
])

const capability = z.boolean()
const modelApisSchema = z.array(z.enum(['chat', 'responses', 'messages']))

const thinkingFactsSchema = z
  .object({
    modes: z.array(z.enum(['budget', 'adaptive', 'effort'])),
    by_default: z.boolean().exactOptional(),
    off: z.enum(['disabled', 'between_tools', 'none']).exactOptional(),
    off_up_to_effort: z.string().exactOptional(),
    budget: z.object({ min: z.number().exactOptional(), max: z.number().exactOptional() }).exactOptional(),
    display: z.enum(['summarized', 'omitted']).exactOptional(),
  })
  .register(documented, { id: 'ThinkingFacts', title: 'ThinkingFacts', description: 'How the thinking of a model is steered.' })

export const availableModelSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.string(),
    display_name: z.string(),
    context_tokens: z.number().nullable(),
    max_output_tokens: z.number().nullable(),
    price: modelPriceSchema.nullable(),
    capabilities: z
      .object({
        vision: capability,
        files: capability,
        audio: capability,
        tools: capability,
        json_object: capability,
        json_schema: capability,
        thinking: capability,
        logprobs: capability,
      })
      .nullable(),
    parameters: z.partialRecord(parameterNameSchema, parameterFactSchema).nullable(),
    api: modelApisSchema.exactOptional(),
    tools_over: modelApisSchema.exactOptional(),
    api_version: z.string().exactOptional(),
    thinking: thinkingFactsSchema.exactOptional(),
    forced_tools: z.object({ refused: z.string().exactOptional(), refused_while_thinking: z.string().exactOptional() }).exactOptional(),
    note: z.string().exactOptional(),
    deprecated: z.string().exactOptional(),
    usable: z.boolean(),
    unusable_reason: z.string().exactOptional(),
  })
  .register(documented, { id: 'AvailableModel', title: 'AvailableModel', description: 'A model as this project sees it.' })

export const modelsResponseSchema = z
  .object({ models: z.array(availableModelSchema), default_model: z.string(), pending: z.array(z.string()).exactOptional() })
  .register(documented, { id: 'ModelsResponse', title: 'ModelsResponse' })

export const devTokenResponseSchema = z
  .object({ token: z.string(), project_id: z.string(), expires_at: z.string() })
  .register(documented, { id: 'DevTokenResponse', title: 'DevTokenResponse', description: 'Development mode only.' })
