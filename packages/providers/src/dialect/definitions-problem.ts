import type { ErrorDetail, ModelSettings, ResponseFormat, Tool, ToolChoice } from '@vitrine/contracts'
import { jsonSchemaProblem, type SchemaProblem } from './json-schema-problem.ts'
import { isObject } from './json.ts'

const NAME = /^[A-Za-z0-9_-]{1,64}$/
const NAME_RULE = 'a name has 1 to 64 of the letters a to z, A to Z, the digits, _ and -'

/** Which of the tools, the tool choice and the response format cannot be sent to any provider, and why; null where all can. */
export function definitionsProblem({ tools, toolChoice, responseFormat }: ModelSettings): ErrorDetail | null {
  const toolProblem = toolsProblem(tools ?? [], toolChoice)
  if (toolProblem !== null) return refusal('invalid_tools', 'The tools cannot be sent', toolProblem)
  const formatProblem = responseFormat === undefined ? null : responseFormatProblem(responseFormat)
  return formatProblem === null ? null : refusal('invalid_response_schema', 'The response format cannot be sent', formatProblem)
}

const refusal = (code: ErrorDetail['code'], what: string, { path, message }: SchemaProblem): ErrorDetail => ({
  code,
  message: `${what}: ${path}: ${message}. Correct it there and run again.`,
  meta: { path, issues: [{ path, message }] },
})

function toolsProblem(tools: readonly Tool[], choice: ToolChoice | undefined): SchemaProblem | null {
  const names = new Set<string>()
  for (const [position, tool] of tools.entries()) {
    const path = `tools[${position}]`
    if (!isObject(tool) || typeof tool.type !== 'string') return { path: `${path}.type`, message: 'a tool has a type' }
    if (tool.type !== 'function') continue
    const definition: unknown = tool['function']
    if (!isObject(definition)) return { path: `${path}.function`, message: 'a function tool has a function with a name' }
    const { name, parameters } = definition
    if (typeof name !== 'string' || !NAME.test(name)) return { path: `${path}.function.name`, message: NAME_RULE }
    if (names.has(name)) return { path: `${path}.function.name`, message: `${name} is the name of another tool too` }
    names.add(name)
    const problem = parameters === undefined ? null : objectSchemaProblem(parameters, `${path}.function.parameters`)
    if (problem !== null) return problem
  }
  if (names.size > 0 && isObject(choice)) {
    const { name } = choice.function
    if (!names.has(name)) return { path: 'tool_choice.function.name', message: `there is no tool named ${JSON.stringify(name)}` }
  }
  return null
}

function objectSchemaProblem(schema: unknown, path: string): SchemaProblem | null {
  if (!isObject(schema)) return { path, message: 'a schema is an object' }
  if (schema['type'] !== undefined && schema['type'] !== 'object') return { path: `${path}.type`, message: 'parameters are an object' }
  return jsonSchemaProblem(schema, path)
}

function responseFormatProblem(format: ResponseFormat): SchemaProblem | null {
  if (format.type !== 'json_schema') return null
  const path = 'response_format.json_schema'
  const definition: unknown = format.jsonSchema
  if (!isObject(definition)) return { path, message: 'a JSON schema format has a name and a schema' }
  const { name, schema } = definition
  if (typeof name !== 'string' || !NAME.test(name)) return { path: `${path}.name`, message: NAME_RULE }
  return schema === undefined ? null : jsonSchemaProblem(schema, `${path}.schema`)
}
