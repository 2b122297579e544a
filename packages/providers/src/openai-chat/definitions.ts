import type { ErrorDetail, ModelSettings, ResponseFormat } from '@vitrine/contracts'
import { definitionsProblem } from '../dialect/definitions-problem.ts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import type { ChatBody } from './wire.ts'

/** Writes tools, tool choice and response format into the body, or says which of the definitions cannot be sent. */
export function writeDefinitions(body: ChatBody, settings: ModelSettings, report: ReportBuilder): ErrorDetail | null {
  const problem = definitionsProblem(settings)
  if (problem !== null) return problem
  const { tools = [], toolChoice, responseFormat } = settings
  if (tools.length > 0) {
    body.tools = tools
    if (toolChoice !== undefined) body.tool_choice = toolChoice
  } else if (toolChoice !== undefined) {
    report.drop('tool_choice', 'there are no tools to choose from')
  }
  if (responseFormat !== undefined) body.response_format = toWireFormat(responseFormat)
  return null
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
