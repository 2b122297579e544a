import type { Model } from '@vitrine/contracts'
import { asFilled, asList, asObject, type Json } from '../../dialect/json.ts'
import { modelEntries, modelName, tokenLimit, unknownModel } from '../../dialect/model-entries.ts'

/**
 * The models of a server by its own list (`GET /v1/models`): names, and limits where it tells them. Everything else about them is not known.
 *
 * *Shape*: reads OpenAI's list as LiteLLM, vLLM, llama.cpp, LM Studio (`/api/v0/models` and `/api/v1/models` too), Ollama (`/api/tags` too),
 * Groq and Mistral write it. Models that only embed, rank or draw are left out. *Units*: tokens.
 * *Errors*: what is no list, and an entry without a name, gives nothing.
 */
export function readListedModels(body: unknown, provider: string): readonly Model[] {
  const models = new Map<string, Model>()
  for (const entry of modelEntries(body)) {
    const name = modelName(entry['id']) ?? modelName(entry['key']) ?? modelName(entry['model']) ?? modelName(entry['name'])
    if (name === null || models.has(name) || !answersChats(entry)) continue
    models.set(name, {
      ...unknownModel(provider, name),
      displayName: asFilled(entry['display_name']) ?? name,
      contextTokens: contextOf(entry),
      maxOutputTokens: tokenLimit(entry['max_output_tokens']) ?? tokenLimit(entry['max_completion_tokens']),
    })
  }
  return [...models.values()]
}

const OF_OTHER_KINDS = /embed|rerank|image|audio|speech|transcription|moderation|video|ocr|search/i

/** What the server itself says of the kind of a model; where it says nothing, the model is listed. */
function answersChats(entry: Json): boolean {
  const kind = asFilled(entry['type']) ?? asFilled(entry['mode']) ?? ''
  return !OF_OTHER_KINDS.test(kind)
}

/**
 * How much a model reads at once, as it is served now: that counts before what it was built for. What llama.cpp says that it was trained
 * with (`n_ctx_train`) is neither.
 */
function contextOf(entry: Json): number | null {
  const served = asList(entry['loaded_instances']).map((instance) =>
    tokenLimit(asObject(asObject(instance)?.['config'])?.['context_length']),
  )
  return (
    served.find((limit) => limit !== null) ??
    tokenLimit(entry['loaded_context_length']) ??
    tokenLimit(asObject(entry['meta'])?.['n_ctx']) ??
    tokenLimit(entry['max_model_len']) ??
    tokenLimit(entry['max_context_length']) ??
    tokenLimit(entry['context_length']) ??
    tokenLimit(entry['context_window']) ??
    tokenLimit(entry['max_input_tokens'])
  )
}
