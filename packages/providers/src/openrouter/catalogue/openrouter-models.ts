import type { Model, ModelCapabilities } from '@vitrine/contracts'
import { asFilled, asList, asObject, type Json } from '../../dialect/json.ts'
import { modelEntries, modelName, tokenLimit, unknownModel } from '../../dialect/model-entries.ts'
import { openRouterParameters, openRouterThinking } from './openrouter-parameters.ts'
import { openRouterPrice } from './openrouter-price.ts'

/**
 * OpenRouter's catalogue (`GET /api/v1/models`, which needs no key): every model that answers with text.
 *
 * *Units*: tokens; USD per token. *Errors*: an entry that cannot be read is passed over, a field of it is unknown.
 * `date` is the day of the asking, `YYYY-MM-DD`.
 * @see https://openrouter.ai/docs/guides/overview/models
 */
export function readOpenRouterModels(body: unknown, { date }: { readonly date: string }): readonly Model[] {
  const models = new Map<string, Model>()
  for (const entry of modelEntries(body)) {
    const name = modelName(entry['id'])
    if (name === null || models.has(name) || !writesText(entry)) continue
    models.set(name, toModel(name, entry, date))
  }
  return [...models.values()]
}

function toModel(name: string, entry: Json, date: string): Model {
  const top = asObject(entry['top_provider']) ?? {}
  const maxOutputTokens = tokenLimit(top['max_completion_tokens'])
  const thinking = openRouterThinking(entry)
  const expires = asFilled(entry['expiration_date'])
  return {
    ...unknownModel('openrouter', name),
    displayName: asFilled(entry['name']) ?? name,
    contextTokens: tokenLimit(top['context_length']) ?? tokenLimit(entry['context_length']),
    maxOutputTokens,
    price: openRouterPrice(entry['pricing'], date),
    capabilities: capabilitiesOf(entry),
    parameters: openRouterParameters(entry, maxOutputTokens),
    api: ['chat'],
    ...(thinking === null ? {} : { thinking }),
    ...(expires !== null && /^\d{4}-\d{2}-\d{2}/.test(expires) ? { deprecated: expires.slice(0, 10) } : {}),
  }
}

const modalities = (entry: Json, name: string): readonly unknown[] => asList(asObject(entry['architecture'])?.[name])

/** Where nothing is said of what a model writes, it is text. */
function writesText(entry: Json): boolean {
  const outputs = modalities(entry, 'output_modalities')
  return outputs.length === 0 || outputs.includes('text')
}

function capabilitiesOf(entry: Json): ModelCapabilities | null {
  const inputs = modalities(entry, 'input_modalities')
  if (!Array.isArray(entry['supported_parameters']) || inputs.length === 0) return null
  const supported = new Set(entry['supported_parameters'])
  return {
    vision: inputs.includes('image'),
    files: inputs.includes('file'),
    audio: inputs.includes('audio'),
    tools: supported.has('tools'),
    jsonObject: supported.has('response_format'),
    jsonSchema: supported.has('structured_outputs'),
    thinking: supported.has('reasoning'),
    logprobs: supported.has('logprobs'),
  }
}
