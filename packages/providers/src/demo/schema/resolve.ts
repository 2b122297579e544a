import type { JsonSchema } from '../chat-request.ts'
import { isRecord, ownValue } from '../json-value.ts'

const MOST_REFERENCES = 32

/** Follows `#/$defs/name` within the document; null where it leads nowhere. */
function target(root: JsonSchema, reference: string): unknown {
  if (!reference.startsWith('#')) return null
  const path = decodeURIComponent(reference.slice(1)).split('/').slice(1)
  return path.reduce<unknown>(
    (node, key) =>
      isRecord(node)
        ? ownValue(node, key.replaceAll('~1', '/').replaceAll('~0', '~'))
        : Array.isArray(node)
          ? node[Number(key)]
          : undefined,
    root,
  )
}

/** Two schemas that must both hold, as one: properties and required names are put together, else the later wins. */
function both(one: JsonSchema, other: JsonSchema): JsonSchema {
  const merged: Record<string, unknown> = { ...one, ...other }
  const [left, right] = [ownValue(one, 'properties'), ownValue(other, 'properties')]
  if (isRecord(left) && isRecord(right)) merged['properties'] = { ...left, ...right }
  const required = [ownValue(one, 'required'), ownValue(other, 'required')].filter((names) => Array.isArray(names)).flat()
  if (required.length > 0) merged['required'] = [...new Set(required)]
  return merged
}

/** A schema without references and conjunctions at its top; what is no schema allows everything. */
export function resolveSchema(schema: unknown, root: JsonSchema): JsonSchema {
  let resolved = isRecord(schema) ? schema : {}
  for (let steps = 0; steps < MOST_REFERENCES; steps++) {
    const reference = ownValue(resolved, '$ref')
    if (typeof reference !== 'string') break
    const { $ref: _, ...rest } = resolved
    const aim = target(root, reference)
    resolved = both(isRecord(aim) ? aim : {}, rest)
  }
  const parts = ownValue(resolved, 'allOf')
  if (!Array.isArray(parts) || parts.length > MOST_REFERENCES) return resolved
  const { allOf: _, ...rest } = resolved
  return parts.reduce<JsonSchema>((sum, part: unknown) => both(sum, isRecord(part) && part !== schema ? resolveOnce(part, root) : {}), rest)
}

function resolveOnce(part: JsonSchema, root: JsonSchema): JsonSchema {
  const reference = ownValue(part, '$ref')
  const aim = typeof reference === 'string' ? target(root, reference) : part
  return isRecord(aim) ? aim : {}
}
