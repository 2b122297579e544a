import type { ResponseFormat } from '@vitrine/contracts'
import type { TellLost } from '../../conversation/read-chat-message.ts'
import { type JsonObject, defined, isObject, member, textMember } from '../../data/json-object.ts'

function schemaFormat(value: JsonObject): ResponseFormat {
  const schema = member(value, 'schema')
  const strict = member(value, 'strict')
  return {
    type: 'json_schema',
    jsonSchema: {
      name: textMember(value, 'name') ?? 'answer',
      ...defined({ description: textMember(value, 'description') }),
      ...(isObject(schema) ? { schema } : {}),
      ...(typeof strict === 'boolean' ? { strict } : {}),
    },
  }
}

/** The form that an answer must have: nested as chat completions write it, or flat as Responses do. */
export function readFormat(value: unknown, tell: TellLost): ResponseFormat | undefined {
  if (!isObject(value)) return undefined
  const type = textMember(value, 'type')
  if (type === 'text' || type === 'json_object') return { type }
  const nested = member(value, 'json_schema')
  if (type === 'json_schema') return schemaFormat(isObject(nested) ? nested : value)
  tell('response_format')
  return undefined
}
