import type { Model, ModelSettings, ResponseFormat } from '@vitrine/contracts'
import { refusalsFor } from '@vitrine/model-catalog'

export type FormatKind = ResponseFormat['type']
export type SchemaFormat = Extract<ResponseFormat, { readonly type: 'json_schema' }>

export const FORMAT_KINDS: readonly FormatKind[] = ['text', 'json_object', 'json_schema']

const EMPTY_SCHEMA = { type: 'object', properties: {}, required: [], additionalProperties: false } as const

export const newSchemaFormat = (): SchemaFormat => ({
  type: 'json_schema',
  jsonSchema: { name: 'answer', schema: EMPTY_SCHEMA, strict: true },
})

const formatOf = (kind: FormatKind): ResponseFormat => (kind === 'json_schema' ? newSchemaFormat() : { type: kind })

/** Why a model cannot answer in a format; null where it can, or where nothing is known of it. */
export function formatRefusal(kind: FormatKind, settings: ModelSettings, model: Model | null): string | null {
  if (kind === 'text') return null
  const asked = { ...settings, responseFormat: formatOf(kind) }
  return refusalsFor(asked, model).find(({ name }) => name === 'responseFormat')?.reason ?? null
}

/** The setting for a format. Text is what comes by itself, so nothing is sent for it; a schema that was there comes back. */
export function settingFor(kind: FormatKind, lastSchema: SchemaFormat | null): ResponseFormat | undefined {
  if (kind === 'text') return undefined
  return kind === 'json_schema' ? (lastSchema ?? newSchemaFormat()) : { type: kind }
}

/** What providers take as a schema's name. */
export const isSchemaName = (name: string): boolean => /^[a-zA-Z0-9_-]{1,64}$/.test(name)

/** Some member of a schema format changed; blank members are taken out. */
export function withSchema(format: SchemaFormat, patch: Partial<SchemaFormat['jsonSchema']>): SchemaFormat {
  const entries = Object.entries({ ...format.jsonSchema, ...patch }).filter(([, value]) => value !== undefined)
  return { type: 'json_schema', jsonSchema: { name: format.jsonSchema.name, ...Object.fromEntries(entries) } }
}
