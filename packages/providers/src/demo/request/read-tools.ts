import type { AskedChoice, DeclaredTool } from '../chat-request.ts'
import { isRecord } from '../json-value.ts'
import { readText, readWord, refuse, wrongType } from './field-reader.ts'

/** Functions are declared to the model; tools of other types belong to other servers and are left alone. */
export function readTools(value: unknown): readonly DeclaredTool[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return wrongType('tools', 'an array of objects', value)
  const tools: DeclaredTool[] = []
  for (const [index, tool] of (value as readonly unknown[]).entries()) {
    const at = `tools[${index}]`
    if (!isRecord(tool)) return wrongType(at, 'an object', tool)
    if (tool['type'] !== 'function') continue
    const declared = tool['function']
    if (!isRecord(declared)) return refuse(`Missing required parameter: '${at}.function'.`, `${at}.function`, 'missing_required_parameter')
    const name = readText(declared['name'], `${at}.function.name`) ?? ''
    if (!/^[\w-]{1,64}$/.test(name)) {
      const message = `Invalid '${at}.function.name': expected 1 to 64 characters of letters, digits, '_' and '-'.`
      refuse(message, `${at}.function.name`, 'invalid_value')
    }
    const parameters = declared['parameters']
    if (parameters !== undefined && parameters !== null && !isRecord(parameters))
      wrongType(`${at}.function.parameters`, 'an object', parameters)
    tools.push({
      name,
      description: readText(declared['description'], `${at}.function.description`) ?? '',
      parameters: isRecord(parameters) ? parameters : {},
    })
  }
  return tools
}

export function readToolChoice(value: unknown, tools: readonly DeclaredTool[], declared: boolean): AskedChoice {
  if (value === undefined || value === null) return { type: tools.length > 0 ? 'auto' : 'none' }
  if (!declared) refuse("Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.", 'tool_choice', null)
  if (!isRecord(value)) return { type: readWord(value, 'tool_choice', ['none', 'auto', 'required']) ?? 'auto' }
  const named = value['function']
  const name = isRecord(named) ? readText(named['name'], 'tool_choice.function.name') : null
  if (value['type'] !== 'function' || name === null) {
    return refuse("Missing required parameter: 'tool_choice.function.name'.", 'tool_choice.function.name', 'missing_required_parameter')
  }
  if (!tools.some((tool) => tool.name === name)) {
    refuse(`Invalid value for 'tool_choice': no tool named '${name}' was specified in 'tools'.`, 'tool_choice', null)
  }
  return { type: 'named', name }
}
