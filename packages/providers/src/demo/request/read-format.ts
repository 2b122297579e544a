import type { AskedFormat } from '../chat-request.ts'
import { isRecord } from '../json-value.ts'
import { readText, readWord, refuse, wrongType } from './field-reader.ts'

export function readFormat(value: unknown): AskedFormat {
  if (value === undefined || value === null) return { type: 'text' }
  if (!isRecord(value)) return wrongType('response_format', 'an object', value)
  const type = readWord(value['type'], 'response_format.type', ['text', 'json_object', 'json_schema'])
  if (type === null)
    return refuse("Missing required parameter: 'response_format.type'.", 'response_format.type', 'missing_required_parameter')
  if (type !== 'json_schema') return { type }
  const described = value['json_schema']
  if (!isRecord(described)) {
    return refuse("Missing required parameter: 'response_format.json_schema'.", 'response_format.json_schema', 'missing_required_parameter')
  }
  const name = readText(described['name'], 'response_format.json_schema.name')
  if (name === null) {
    refuse(
      "Missing required parameter: 'response_format.json_schema.name'.",
      'response_format.json_schema.name',
      'missing_required_parameter',
    )
  }
  const schema = described['schema']
  if (schema !== undefined && schema !== null && !isRecord(schema)) wrongType('response_format.json_schema.schema', 'an object', schema)
  return { type, schema: isRecord(schema) ? schema : {} }
}
