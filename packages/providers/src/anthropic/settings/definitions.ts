import type { Tool as WireTool, ToolChoice as WireToolChoice } from '@anthropic-ai/sdk/resources/messages/messages'
import type { ErrorDetail, ModelSettings, Tool, ToolChoice } from '@vitrine/contracts'
import { definitionsProblem } from '../../dialect/definitions-problem.ts'
import { asObject, asText, type Json } from '../../dialect/json.ts'
import type { ReportBuilder } from '../../dialect/settings-report.ts'
import type { ModelRules } from '../model-rules.ts'
import type { MessagesBody } from '../wire.ts'

interface Thinker {
  readonly rules: ModelRules
  readonly isThinking: boolean
}

/** Writes tools and tool choice into the body, or says which of the definitions cannot be sent. */
export function writeTools(body: MessagesBody, settings: ModelSettings, thinker: Thinker, report: ReportBuilder): ErrorDetail | null {
  const problem = definitionsProblem(settings)
  if (problem !== null) return problem
  const { tools = [], toolChoice } = settings
  if (tools.length > 0) {
    body.tools = tools.map((tool, position) => toWireTool(tool, `tools[${position}]`, thinker.rules, report))
    if (toolChoice !== undefined) body.tool_choice = toWireChoice(toolChoice, thinker, report)
  } else if (toolChoice !== undefined) report.drop('tool_choice', 'there are no tools to choose from')
  return null
}

/** Tools of other types are the provider's own, and pass as they are. */
function toWireTool(tool: Tool, path: string, { jsonSchema }: ModelRules, report: ReportBuilder): WireTool | Json {
  if (tool.type !== 'function') return { ...tool }
  const { name, description, parameters, strict } = asObject(tool['function']) ?? {}
  if (strict === true && !jsonSchema) report.drop(`${path}.function.strict`, 'this model cannot be held to the schema of a tool')
  return {
    name: asText(name),
    ...(typeof description === 'string' ? { description } : {}),
    input_schema: { type: 'object', ...asObject(parameters) },
    ...(strict === true && jsonSchema ? { strict } : {}),
  }
}

function toWireChoice(choice: ToolChoice, { rules: { forcedTools }, isThinking }: Thinker, report: ReportBuilder): WireToolChoice {
  if (choice === 'auto' || choice === 'none') return { type: choice }
  if (forcedTools === 'never' || (forcedTools === 'without-thinking' && isThinking)) {
    const reason = forcedTools === 'never' ? 'this model cannot be made to call a tool' : 'the model chooses itself while it thinks'
    report.change('tool_choice', choice, { type: 'auto' }, reason)
    return { type: 'auto' }
  }
  return choice === 'required' ? { type: 'any' } : { type: 'tool', name: choice.function.name }
}
