import type { Model } from '@vitrine/contracts'
import { asList, asObject, isObject, type Json } from './json.ts'

const MOST_MODELS = 10_000
const LONGEST_NAME = 256

/** The entries of a server's list of models: `{data: […]}` as nearly all have it, `{models: […]}` (Ollama, LM Studio), or the bare list. */
export function modelEntries(body: unknown): readonly Json[] {
  const fields = asObject(body)
  const list = fields === null ? body : Array.isArray(fields['data']) ? fields['data'] : fields['models']
  return asList(list).slice(0, MOST_MODELS).filter(isObject)
}

/** A name that can be sent and shown; null for anything else. */
export const modelName = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME && !/[\p{Cc}\s]/u.test(value) ? value : null

/** A limit in tokens; null where it is none. */
export const tokenLimit = (value: unknown): number | null => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : null)

/** A model of which its server tells no more than the name. */
export const unknownModel = (provider: string, name: string): Model => ({
  id: `${provider}/${name}`,
  name,
  provider,
  displayName: name,
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: null,
  parameters: null,
})
