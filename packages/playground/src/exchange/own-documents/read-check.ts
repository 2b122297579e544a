import { CHECK_TYPES, type Check } from '../../checks/check.ts'
import { isObject, member, numberMember, textMember } from '../data/json-object.ts'
import { DocumentFault } from './document-fault.ts'
import { objectAt, oneOf, textAt } from './read-members.ts'

function limitAt(value: Readonly<Record<string, unknown>>, name: string, path: string): number {
  const held = numberMember(value, name)
  if (held !== undefined && held >= 0) return held
  throw new DocumentFault(`${path}.${name}`, 'must be a number from 0 on')
}

function schemaAt(value: Readonly<Record<string, unknown>>, path: string) {
  const schema = member(value, 'schema')
  if (typeof schema === 'boolean' || isObject(schema)) return schema
  throw new DocumentFault(`${path}.schema`, 'must be a JSON Schema')
}

/** A check as our own documents hold it. */
export function readCheck(given: unknown, path: string): Check {
  const value = objectAt(given, path)
  const type = oneOf(value, 'type', CHECK_TYPES, path)
  switch (type) {
    case 'regex':
      return textMember(value, 'flags') === undefined
        ? { type, pattern: textAt(value, 'pattern', path) }
        : { type, pattern: textAt(value, 'pattern', path), flags: textAt(value, 'flags', path) }
    case 'is-json':
      return { type }
    case 'matches-schema':
      return { type, schema: schemaAt(value, path) }
    case 'max-tokens': {
      const count = member(value, 'count') === undefined ? undefined : oneOf(value, 'count', ['output', 'input', 'total'], path)
      return { type, maxTokens: limitAt(value, 'maxTokens', path), ...(count === undefined ? {} : { count }) }
    }
    case 'max-cost':
      return { type, maxCostUsd: limitAt(value, 'maxCostUsd', path) }
    case 'max-latency':
      return { type, maxLatencyMs: limitAt(value, 'maxLatencyMs', path) }
    case 'rubric': {
      const threshold = numberMember(value, 'threshold')
      const model = textMember(value, 'model')
      return {
        type,
        rubric: textAt(value, 'rubric', path),
        ...(model === undefined ? {} : { model }),
        ...(threshold === undefined ? {} : { threshold }),
      }
    }
    case 'unknown':
      return { type, name: textAt(value, 'name', path), source: member(value, 'source') }
    default:
      return member(value, 'value') === undefined ? { type } : { type, value: textAt(value, 'value', path) }
  }
}
