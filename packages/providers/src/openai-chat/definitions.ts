import type { ErrorDetail, ModelSettings, ResponseFormat, Tool, ToolChoice } from '@vitrine/contracts'
import { jsonSchemaProblem, type SchemaProblem } from './json-schema-problem.ts'
import type { ReportBuilder } from './settings-report.ts'
import { isObject, type ChatBody } from './wire.ts'

const NAME = /^[A-Za-z0-9_-]{1,64}$/
const NAME_RULE = 'a name has 1 to 64 of the letters a to z, A to Z, the digits, _ and -'

/** Writes tools, tool choice and response format into the body, or says which of the definitions cannot be sent. */
export function writeDefinitions(body: ChatBody, settings: ModelSettings, report: ReportBuilder): ErrorDetail | null {
  const tools = settings.tools ?? []
  const toolProblem = toolsProblem(tools, settings.toolChoice)
  if (toolProblem !== null) return refusal('invalid_tools', 'The tools cannot be sent', toolProblem)
  if (tools.length > 0) {
    body.tools = tools
    if (settings.toolChoice !== undefined) body.tool_choice = settings.toolChoice
  } else if (settings.toolChoice !== undefined) {
    report.drop('tool_choice', 'there are no tools to choose from')
  }
  const { responseFormat } = settings
  if (responseFormat === undefined) return null
  const formatProblem = responseFormatProblem(responseFormat)
  if (formatProblem !== null) return refusal('invalid_response_schema', 'The response format cannot be sent', formatProblem)
  body.response_format = toWireFormat(responseFormat)
  return null
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

function toWireFormat(format: ResponseFormat): Readonly<Record<string, unknown>> {
  if (format.type !== 'json_schema') return { type: format.type }
  const { name, description, schema, strict } = format.jsonSchema
  return {
    type: 'json_schema',
    json_schema: {
      name,
      ...(description === undefined ? {} : { description }),
      ...(schema === undefined ? {} : { schema }),
      ...(strict === undefined ? {} : { strict }),
    },
  }
}
