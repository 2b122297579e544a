import type { ErrorDetail, ModelSettings, ResponseFormat, Tool } from '@vitrine/contracts'
import { definitionsProblem } from '../dialect/definitions-problem.ts'
import { isObject } from '../dialect/json.ts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import type { CallNote } from '../provider.ts'
import { checkToolLimits, type ToolLimits } from './tool-limits.ts'
import type { ResponsesBody } from './wire.ts'

export interface DefinitionsContext {
  readonly limits: ToolLimits
  readonly report: ReportBuilder
  readonly notes: CallNote[]
}

/** Writes tools, tool choice and response format into the body, or says which of the definitions cannot be sent. */
export function writeDefinitions(body: ResponsesBody, settings: ModelSettings, context: DefinitionsContext): ErrorDetail | null {
  const { tools = [], toolChoice, responseFormat } = settings
  const wireTools = tools.map(toWireTool)
  const limited = checkToolLimits(wireTools, context.limits)
  if (!limited.ok) return limited.error
  context.notes.push(...limited.notes)
  const problem = definitionsProblem(settings)
  if (problem !== null) return problem
  if (wireTools.length > 0) {
    body.tools = wireTools
    if (toolChoice !== undefined) {
      body.tool_choice = typeof toolChoice === 'string' ? toolChoice : { type: toolChoice.type, name: toolChoice.function.name }
    }
  } else if (toolChoice !== undefined) {
    context.report.drop('tool_choice', 'there are no tools to choose from')
  }
  if (responseFormat !== undefined) body.text = { format: toWireFormat(responseFormat) }
  return null
}

/** A function's fields stand beside its type here; every other tool is the API's own, and passes as it is. */
function toWireTool(tool: Tool): unknown {
  if (tool.type !== 'function' || !('function' in tool) || !isObject(tool.function)) return tool
  const { type, function: definition, ...rest } = tool
  return { type, ...definition, ...rest }
}

function toWireFormat(format: ResponseFormat): unknown {
  if (format.type !== 'json_schema') return { type: format.type }
  const { name, description, schema, strict } = format.jsonSchema
  return {
    type: 'json_schema',
    name,
    ...(description === undefined ? {} : { description }),
    ...(schema === undefined ? {} : { schema }),
    ...(strict === undefined ? {} : { strict }),
  }
}
