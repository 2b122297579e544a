import { parseJson, PyFloat, toJsonText, type TemplateValue } from '@vitrine/templating'
import type { SnippetParameter } from '../snippet.ts'
import { type JsonNode, slottedText } from './json-node.ts'

/** Python nests brackets 200 levels deep, and a request is a few of them by itself. */
export const MAX_DEPTH = 90

/**
 * A body as a tree to write. Numbers keep all their digits.
 *
 * *errors*: null where it is no JSON.
 * @throws RangeError where it is nested deeper than `MAX_DEPTH`
 */
export function readJson(body: string, parameters: readonly SnippetParameter[]): JsonNode | null {
  let value: TemplateValue
  try {
    value = parseJson(body)
  } catch {
    return null
  }
  return toNode(value, parameters, 1)
}

function toNode(value: TemplateValue, parameters: readonly SnippetParameter[], depth: number): JsonNode {
  if (depth > MAX_DEPTH) throw new RangeError(`nested deeper than ${MAX_DEPTH} levels`)
  if (typeof value === 'string') return { kind: 'text', text: slottedText(value, parameters) }
  if (typeof value === 'boolean' || value === null) return { kind: 'literal', value }
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof PyFloat) return { kind: 'number', digits: digitsOf(value) }
  const inner = (held: TemplateValue): JsonNode => toNode(held, parameters, depth + 1)
  if (isList(value)) return { kind: 'list', items: value.map(inner) }
  return { kind: 'object', members: Object.entries(value).map(([name, held]) => [slottedText(name, parameters), inner(held)]) }
}

const isList = (value: object): value is readonly TemplateValue[] => Array.isArray(value)

/** JSON can write numbers that nobody can hold: one that was read as infinite is written as one that will be. */
function digitsOf(value: number | bigint | PyFloat): string {
  const held = value instanceof PyFloat ? value.value : value
  if (held === Infinity) return '1e999'
  if (held === -Infinity) return '-1e999'
  return Object.is(held, -0) ? '-0.0' : toJsonText(value)
}
