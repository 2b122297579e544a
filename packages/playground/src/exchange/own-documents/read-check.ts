import { CHECK_TYPES, type Check } from '../../checks/check.ts'
import { type JsonObject, isObject, member, numberMember } from '../data/json-object.ts'
import { DocumentFault } from './document-fault.ts'
import { listAt, objectAt, oneOf, textAt } from './read-members.ts'

const has = (value: JsonObject, name: string): boolean => member(value, name) !== undefined

function limitAt(value: JsonObject, name: string, path: string): number {
  const held = numberMember(value, name)
  if (held !== undefined && held >= 0) return held
  throw new DocumentFault(`${path}.${name}`, 'place')
}

function schemaAt(value: JsonObject, path: string) {
  const schema = member(value, 'schema')
  if (typeof schema === 'boolean' || isObject(schema)) return schema
  throw new DocumentFault(`${path}.schema`, 'schema')
}

/** A check as our own documents hold it. */
function readCheck(given: unknown, path: string): Check {
  const value = objectAt(given, path)
  const type = oneOf(value, 'type', CHECK_TYPES, path)
  switch (type) {
    case 'regex':
      return has(value, 'flags')
        ? { type, pattern: textAt(value, 'pattern', path), flags: textAt(value, 'flags', path) }
        : { type, pattern: textAt(value, 'pattern', path) }
    case 'is-json':
      return { type }
    case 'matches-schema':
      return { type, schema: schemaAt(value, path) }
    case 'max-tokens': {
      const count = has(value, 'count') ? oneOf(value, 'count', ['output', 'input', 'total'], path) : undefined
      return { type, maxTokens: limitAt(value, 'maxTokens', path), ...(count === undefined ? {} : { count }) }
    }
    case 'max-cost':
      return { type, maxCostUsd: limitAt(value, 'maxCostUsd', path) }
    case 'max-latency':
      return { type, maxLatencyMs: limitAt(value, 'maxLatencyMs', path) }
    case 'rubric':
      return {
        type,
        rubric: textAt(value, 'rubric', path),
        ...(has(value, 'model') ? { model: textAt(value, 'model', path) } : {}),
        ...(has(value, 'threshold') ? { threshold: limitAt(value, 'threshold', path) } : {}),
      }
    case 'unknown':
      return { type, name: textAt(value, 'name', path), source: member(value, 'source') }
    default:
      return has(value, 'value') ? { type, value: textAt(value, 'value', path) } : { type }
  }
}

export const readChecks = (value: JsonObject, name: string, path: string): readonly Check[] =>
  listAt(value, name, path).map((check, index) => readCheck(check, `${path}${path === '' ? '' : '.'}${name}[${index}]`))
