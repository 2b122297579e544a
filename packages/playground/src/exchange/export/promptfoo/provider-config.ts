import { type ModelSettings, type Tool, toWire } from '@vitrine/contracts'
import { isObject, member } from '../../data/json-object.ts'
import type { LossList } from '../loss.ts'

/** Fields that a provider's `config` has by that name; the rest goes into the body as it is. */
const CONFIG: ReadonlySet<string> = new Set([
  'temperature',
  'max_tokens',
  'max_completion_tokens',
  'top_p',
  'frequency_penalty',
  'presence_penalty',
  'stop',
  'seed',
  'reasoning_effort',
  'response_format',
  'tools',
  'tool_choice',
])
const ANTHROPIC: ReadonlySet<string> = new Set(['temperature', 'max_tokens', 'top_p', 'thinking', 'stream'])

function anthropicTool(tool: Tool): object {
  const made = member(tool, 'function')
  if (tool.type !== 'function' || !isObject(made)) return tool
  const { name, description, parameters } = made
  return { name, ...(description === undefined ? {} : { description }), input_schema: parameters ?? { type: 'object' } }
}

function anthropicChoice(choice: NonNullable<ModelSettings['toolChoice']>): object {
  if (typeof choice === 'object') return { type: 'tool', name: choice.function.name }
  return { type: choice === 'required' ? 'any' : choice }
}

/** How a configuration asks a model. What its maker's API has no field for is told. */
export function providerConfig(settings: ModelSettings, isAnthropic: boolean, losses: LossList): Readonly<Record<string, unknown>> {
  const { model: _model, api: _api, toolLoop, stream: _stream, extraBody = {}, tools, toolChoice, stop, ...plain } = settings
  const wire: Readonly<Record<string, unknown>> = { ...toWire(plain) }
  const lost = toolLoop === undefined ? [] : ['toolLoop']
  const known = isAnthropic ? ANTHROPIC : CONFIG
  const config = Object.entries(wire).filter(([name]) => known.has(name))
  const others = Object.entries(wire).filter(([name]) => !known.has(name))
  if (isAnthropic) lost.push(...others.map(([name]) => name))
  if (lost.length > 0) losses.add('settings', { names: lost.join(', ') })
  const passthrough = { ...(isAnthropic ? {} : Object.fromEntries(others)), ...extraBody }
  if (isAnthropic && stop !== undefined) Object.assign(passthrough, { stop_sequences: typeof stop === 'string' ? [stop] : stop })
  return {
    ...Object.fromEntries(config),
    ...(isAnthropic || stop === undefined ? {} : { stop }),
    ...(tools === undefined ? {} : { tools: isAnthropic ? tools.map(anthropicTool) : tools }),
    ...(toolChoice === undefined ? {} : { tool_choice: isAnthropic ? anthropicChoice(toolChoice) : toolChoice }),
    ...(Object.keys(passthrough).length > 0 ? { passthrough } : {}),
  }
}
