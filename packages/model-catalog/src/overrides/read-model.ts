import type { Model } from '@vitrine/contracts'
import { PROVIDERS, isProvider } from '../providers.ts'
import { readPrice } from './read-price.ts'
import { type Fields, type Reader, fieldAt } from './reader.ts'

const KEYS = ['display_name', 'context_tokens', 'max_output_tokens', 'price', 'note', 'deprecated'] as const

/** What is known of a model that the file alone knows. */
function blank(id: string, path: string, read: Reader): Model | null {
  const slash = id.indexOf('/')
  const provider = id.slice(0, Math.max(slash, 0))
  const name = id.slice(slash + 1)
  if (provider === 'demo') return read.fail(path, 'is no demo model: those are built in')
  if (!isProvider(provider) || name === '') return read.fail(path, `is no id: write provider/model, with one of ${PROVIDERS.join(', ')}`)
  return {
    id,
    name,
    provider,
    displayName: name,
    contextTokens: null,
    maxOutputTokens: null,
    price: null,
    capabilities: null,
    parameters: null,
  }
}

/** Reads what is there and leaves the rest as it was. */
function changes(fields: Fields, path: string, read: Reader): Partial<Model> {
  const at = (key: (typeof KEYS)[number]): readonly [value: unknown, path: string] => [fields[key], fieldAt(path, key)]
  const given = (key: (typeof KEYS)[number]): boolean => fields[key] !== undefined
  const orNull = <Value>(key: (typeof KEYS)[number], reader: (value: unknown, path: string) => Value | null): Value | null =>
    fields[key] === null ? null : reader(...at(key))
  const displayName = given('display_name') ? read.text(...at('display_name')) : null
  const note = given('note') ? read.text(...at('note')) : null
  const deprecated = given('deprecated') ? read.day(...at('deprecated')) : null
  return {
    ...(displayName === null ? {} : { displayName }),
    ...(given('context_tokens') ? { contextTokens: orNull('context_tokens', read.count) } : {}),
    ...(given('max_output_tokens') ? { maxOutputTokens: orNull('max_output_tokens', read.count) } : {}),
    ...(given('price') ? { price: orNull('price', (value, where) => readPrice(value, where, read)) } : {}),
    ...(note === null ? {} : { note }),
    ...(deprecated === null ? {} : { deprecated }),
  }
}

/** One model of the file over the one we know, or a new one. Null where it cannot be; the reader then knows why. */
export function readModel(entry: { id: string; value: unknown; known: Model | undefined }, path: string, read: Reader): Model | null {
  const base = entry.known ?? blank(entry.id, path, read)
  const fields = read.object(entry.value, path, KEYS)
  return base === null || fields === null ? null : { ...base, ...changes(fields, path, read) }
}
