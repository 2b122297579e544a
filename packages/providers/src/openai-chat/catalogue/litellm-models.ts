import type { Model, ModelCapabilities, ModelPrice } from '@vitrine/contracts'
import { asFilled, asList, asObject, isObject, type Json } from '../../dialect/json.ts'
import { modelEntries, modelName, tokenLimit, unknownModel } from '../../dialect/model-entries.ts'
import { liteLlmPrice } from './litellm-price.ts'

/** The modes of LiteLLM's models that answer a chat; for a model of an operator's own it says none. */
const CHATS: ReadonlySet<unknown> = new Set([undefined, null, '', 'chat', 'completion', 'responses'])

/**
 * A LiteLLM proxy's own catalogue (`GET /v1/model/info`): limits, prices and capabilities of each name that it offers.
 *
 * *Shape*: one model for each name. Several deployments may stand behind one, and any of them may answer: so the smallest limit holds, a
 * capability that all have, and a price that all share. *Units*: tokens; USD per token. *Errors*: an entry that cannot be read is passed over.
 * `date` is the day of the asking, `YYYY-MM-DD`.
 */
export function readLiteLlmModels(
  body: unknown,
  { date, provider = 'litellm' }: { readonly date: string; readonly provider?: string },
): readonly Model[] {
  const models = new Map<string, Model>()
  for (const entry of modelEntries(body)) {
    const name = modelName(entry['model_name'])
    const info = asObject(entry['model_info']) ?? {}
    // A name with a star stands for all that match it, and cannot be asked for itself.
    if (name === null || name.includes('*') || !CHATS.has(info['mode'])) continue
    const deployment = toModel(provider, name, info, date)
    const earlier = models.get(name)
    models.set(name, earlier === undefined ? deployment : together(earlier, deployment))
  }
  return [...models.values()]
}

function toModel(provider: string, name: string, info: Json, date: string): Model {
  const deprecated = asFilled(info['deprecation_date'])
  return {
    ...unknownModel(provider, name),
    contextTokens: tokenLimit(info['max_input_tokens']),
    maxOutputTokens: tokenLimit(info['max_output_tokens']),
    price: liteLlmPrice(info, date),
    capabilities: capabilitiesOf(info),
    ...(info['mode'] === 'responses' ? { api: ['responses'] } : {}),
    ...(deprecated !== null && /^\d{4}-\d{2}-\d{2}$/.test(deprecated) ? { deprecated } : {}),
  }
}

/** Known where the table says anything at all of the model: it tells what a model can do, and passes over what it cannot. */
function capabilitiesOf(info: Json): ModelCapabilities | null {
  const says = (name: string): boolean => info[`supports_${name}`] === true
  if (!Object.entries(info).some(([name, value]) => name.startsWith('supports_') && typeof value === 'boolean')) return null
  const schema = says('response_schema') || says('native_structured_output')
  return {
    vision: says('vision'),
    files: says('pdf_input'),
    audio: says('audio_input'),
    tools: says('function_calling'),
    jsonObject: schema || asList(info['supported_openai_params']).includes('response_format'),
    jsonSchema: schema,
    thinking: says('reasoning'),
    logprobs: asList(info['supported_openai_params']).includes('logprobs'),
  }
}

function together(one: Model, other: Model): Model {
  return {
    ...one,
    contextTokens: smaller(one.contextTokens, other.contextTokens),
    maxOutputTokens: smaller(one.maxOutputTokens, other.maxOutputTokens),
    price: sharedPrice(one.price, other.price),
    capabilities: one.capabilities === null || other.capabilities === null ? null : both(one.capabilities, other.capabilities),
  }
}

const smaller = (one: number | null, other: number | null): number | null => (one === null || other === null ? null : Math.min(one, other))
const sharedPrice = (one: ModelPrice | null, other: ModelPrice | null): ModelPrice | null =>
  isObject(one) && JSON.stringify(one) === JSON.stringify(other) ? one : null

const both = (one: ModelCapabilities, other: ModelCapabilities): ModelCapabilities => ({
  vision: one.vision && other.vision,
  files: one.files && other.files,
  audio: one.audio && other.audio,
  tools: one.tools && other.tools,
  jsonObject: one.jsonObject && other.jsonObject,
  jsonSchema: one.jsonSchema && other.jsonSchema,
  thinking: one.thinking && other.thinking,
  logprobs: one.logprobs && other.logprobs,
})
