import type { Tool, ToolChoice } from '@vitrine/contracts'
import type { TellLost } from '../../conversation/read-chat-message.ts'
import { type JsonObject, defined, isList, isObject, member, textMember } from '../../data/json-object.ts'

function functionTool(made: JsonObject, schemaName: string): Tool | null {
  const name = textMember(made, 'name')
  const parameters = member(made, schemaName)
  const strict = member(made, 'strict')
  if (name === undefined) return null
  return {
    type: 'function',
    function: {
      name,
      ...defined({ description: textMember(made, 'description') }),
      ...(isObject(parameters) ? { parameters } : {}),
      ...(typeof strict === 'boolean' ? { strict } : {}),
    },
  }
}

/** A tool in any of the three spellings; those of a provider itself pass as they are. */
function toolOf(value: unknown): Tool | null {
  if (!isObject(value)) return null
  const type = textMember(value, 'type')
  const nested = member(value, 'function')
  if (isObject(nested)) return functionTool(nested, 'parameters')
  if (Object.hasOwn(value, 'input_schema')) return functionTool(value, 'input_schema')
  if (type === 'function') return functionTool(value, 'parameters')
  return type === undefined ? null : { ...value, type }
}

/** Tools of a request; undefined where there are none. */
export function readTools(value: unknown, tell: TellLost): readonly Tool[] | undefined {
  if (!isList(value)) return undefined
  const tools = value.map(toolOf)
  if (tools.includes(null)) tell('tools')
  const read = tools.filter((tool) => tool !== null)
  return read.length > 0 ? read : undefined
}

/** Which tool has to be called; undefined where it is not said, or not in words that we have. */
export function readToolChoice(value: unknown, tell: TellLost): ToolChoice | undefined {
  if (value === undefined || value === null) return undefined
  const word = isObject(value) ? textMember(value, 'type') : value
  if (word === 'auto' || word === 'none' || word === 'required') return word
  if (word === 'any') return 'required'
  const nested = isObject(value) ? member(value, 'function') : undefined
  const name = isObject(nested) ? textMember(nested, 'name') : isObject(value) ? textMember(value, 'name') : undefined
  if ((word === 'function' || word === 'tool') && name !== undefined) return { type: 'function', function: { name } }
  tell('tool_choice')
  return undefined
}
