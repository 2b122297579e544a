import { type JsonFault, pathText, placeAt, readJson } from './read-json.ts'
import { type SchemaFault, schemaProblems } from './schema-problems.ts'

export interface DraftProblem {
  /** From 1. */
  readonly line: number
  readonly column: number
  /** UTF-16 units from the start; what an editor marks. */
  readonly offset: number
  /** Where in the schema; null where the text is no JSON. */
  readonly path: string | null
  readonly fault: { readonly kind: 'json'; readonly fault: JsonFault } | { readonly kind: 'schema'; readonly fault: SchemaFault }
}

/**
 * A schema as somebody types it: what is wrong with it, and the schema where it can be used. One that only breaks a rule of strict
 * providers can be used: not every provider has that rule.
 */
export interface SchemaDraft {
  readonly problems: readonly DraftProblem[]
  readonly schema: Readonly<Record<string, unknown>> | null
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAdvice = ({ code }: SchemaFault): boolean => code === 'strictAdditional' || code === 'strictRequired'

export function readSchema(text: string, strict: boolean): SchemaDraft {
  const reading = readJson(text)
  if (!reading.ok) {
    const { fault, offset } = reading
    return { problems: [{ ...placeAt(text, offset), offset, path: null, fault: { kind: 'json', fault } }], schema: null }
  }
  const found = schemaProblems(reading.value, strict)
  const problems = found.map(({ path, fault }): DraftProblem => {
    const offset = Math.max(0, reading.offsetOf(path))
    return { ...placeAt(text, offset), offset, path: pathText(path), fault: { kind: 'schema', fault } }
  })
  const isUsable = found.every(({ fault }) => isAdvice(fault))
  return { problems, schema: isUsable && isFields(reading.value) ? reading.value : null }
}

export const schemaText = (schema: unknown): string => JSON.stringify(schema ?? {}, null, 2)
