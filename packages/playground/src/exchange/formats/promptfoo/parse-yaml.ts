import { type JsonObject, isList, isObject } from '../../data/json-object.ts'
import { MAX_YAML_ALIASES, MAX_YAML_BYTES } from '../../import/limits.ts'
import type { ProblemList } from '../../import/problem-list.ts'

/** Far deeper than a configuration, far above what a stack holds. */
const MAX_DEPTH = 100

function isDeep(value: unknown, left: number): boolean {
  if (left < 0) return true
  if (isList(value)) return value.some((item) => isDeep(item, left - 1))
  return isObject(value) && Object.values(value).some((held) => isDeep(held, left - 1))
}

/** A YAML mapping as data, long integers as `bigint`. Aliases are limited, so that no small file becomes a large value; tags make nothing. */
export async function parseYaml(text: string, problems: ProblemList): Promise<JsonObject | null> {
  if (text.length > MAX_YAML_BYTES) {
    problems.add('error', 'file-too-large', { bytes: text.length, limitBytes: MAX_YAML_BYTES })
    return null
  }
  const { parseDocument } = await import('yaml')
  try {
    const document = parseDocument(text, { merge: true, intAsBigInt: true, logLevel: 'silent' })
    for (const { code, message, linePos } of document.errors) {
      const line = linePos?.[0].line ?? null
      if (code === 'RESOURCE_EXHAUSTION') problems.add('error', 'too-deep', {})
      else problems.add('error', 'yaml-syntax', { detail: message.split('\n')[0]?.slice(0, 200) ?? '' }, line)
    }
    if (document.errors.length > 0) return null
    const value: unknown = document.toJS({ maxAliasCount: MAX_YAML_ALIASES })
    if (isDeep(value, MAX_DEPTH)) problems.add('error', 'too-deep', {})
    else if (isObject(value)) return value
    else problems.add('error', 'unknown-format', {})
  } catch (error) {
    if (error instanceof ReferenceError) problems.add('error', 'yaml-aliases', { limit: MAX_YAML_ALIASES })
    else throw error
  }
  return null
}
