import type { z } from 'zod'
import type { ModelSettings, ResponseFormat, Tool } from '../kernel/model-settings.ts'
import type { ToolLoop } from '../kernel/tool-loop.ts'
import type { llmConfigSchema, responseFormatSchema } from './model-settings.ts'
import type { toolLoopSchema } from './tool.ts'

type WireConfig = z.output<typeof llmConfigSchema>
type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

function toResponseFormat(format: z.output<typeof responseFormatSchema>): ResponseFormat {
  if (format.type !== 'json_schema') return { type: format.type }
  const { name, description, schema, strict } = format.json_schema
  return {
    type: 'json_schema',
    jsonSchema: {
      name,
      ...(typeof description === 'string' ? { description } : {}),
      ...(schema ? { schema } : {}),
      ...(typeof strict === 'boolean' ? { strict } : {}),
    },
  }
}

const withoutNulls = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== null))

/** Tools that are not functions pass as they are: what a null means in them is their provider's affair. */
function toTool(tool: { type: string; [key: string]: unknown }): Tool {
  if (tool.type !== 'function' || typeof tool['function'] !== 'object' || tool['function'] === null) return tool
  return { ...withoutNulls(tool), type: tool.type, function: withoutNulls(tool['function']) }
}

const toToolLoop = ({ max_rounds: maxRounds, results }: z.output<typeof toolLoopSchema>): ToolLoop => ({
  ...(typeof maxRounds === 'number' ? { maxRounds } : {}),
  results,
})

/**
 * Checked settings in our spelling, without nulls. An empty list of tools is no tools, and a choice among no tools is no choice.
 *
 * Field by field rather than by a walk: this runs for every request, and the compiler sees that each name is carried over.
 */
export function toModelSettings(config: WireConfig): ModelSettings {
  const settings: Mutable<ModelSettings> = { model: config.model }
  if (typeof config.temperature === 'number') settings.temperature = config.temperature
  if (typeof config.top_p === 'number') settings.topP = config.top_p
  if (typeof config.max_tokens === 'number') settings.maxTokens = config.max_tokens
  if (typeof config.max_completion_tokens === 'number') settings.maxCompletionTokens = config.max_completion_tokens
  if (typeof config.frequency_penalty === 'number') settings.frequencyPenalty = config.frequency_penalty
  if (typeof config.presence_penalty === 'number') settings.presencePenalty = config.presence_penalty
  if (typeof config.stop === 'string' || (config.stop && config.stop.length > 0)) settings.stop = config.stop
  if (typeof config.seed === 'number') settings.seed = config.seed
  if (typeof config.logprobs === 'boolean') settings.logprobs = config.logprobs
  if (typeof config.top_logprobs === 'number') settings.topLogprobs = config.top_logprobs
  if (typeof config.reasoning_effort === 'string') settings.reasoningEffort = config.reasoning_effort
  if (config.thinking) {
    const { type, budget_tokens: budgetTokens } = config.thinking
    settings.thinking = typeof budgetTokens === 'number' ? { type, budgetTokens } : { type }
  }
  if (config.response_format) settings.responseFormat = toResponseFormat(config.response_format)
  if (config.tools && config.tools.length > 0) {
    settings.tools = config.tools.map(toTool)
    if (config.tool_choice) settings.toolChoice = config.tool_choice
    if (config.tool_loop) settings.toolLoop = toToolLoop(config.tool_loop)
  }
  if (typeof config.stream === 'boolean') settings.stream = config.stream
  if (config.api) settings.api = config.api
  if (config.extra_body) settings.extraBody = config.extra_body
  return settings
}
