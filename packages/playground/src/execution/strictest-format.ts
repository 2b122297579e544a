import type { Model } from '@vitrine/contracts'

const BY_MODE = { response_format: { type: 'json_object' } } as const

/** The strictest form of JSON answer that a model is not known to refuse; none where it has no JSON mode. */
export function strictestFormat(name: string, schema: Readonly<Record<string, unknown>>, { capabilities = null }: Partial<Model>) {
  if (capabilities === null || capabilities.jsonSchema)
    return { response_format: { type: 'json_schema', json_schema: { name, schema, strict: true } } } as const
  return capabilities.jsonObject ? BY_MODE : {}
}
