import { type ModelSettings, type Tool, toWire } from '@vitrine/contracts'
import { isObject, member } from '../../data/json-object.ts'
import { isReasoningModel } from '../../promptfoo/is-reasoning-model.ts'
import { hasNunjucks } from '../../promptfoo/nunjucks-text.ts'
import { readsEnvironment } from '../../promptfoo/reads-environment.ts'
import { hasDefaults } from '../../promptfoo/sends-defaults.ts'
import type { ExportVariant } from '../export-source.ts'
import type { LossList } from '../loss.ts'
import { formatConfig } from './format-config.ts'

type Config = Readonly<Record<string, unknown>>

/** Fields that a provider's `config` has by that name; the rest goes into the body as it is. */
const CHAT: ReadonlySet<string> = new Set(['temperature', 'max_tokens', 'top_p', 'frequency_penalty', 'presence_penalty', 'stop', 'seed'])
/** A model that reasons is sent these, and neither of `UNREASONED`, whatever the file says. */
const REASONING: ReadonlySet<string> = new Set([...CHAT, 'max_completion_tokens', 'reasoning_effort'])
const UNREASONED: ReadonlySet<string> = new Set(['temperature', 'max_tokens'])
const RESPONSES: ReadonlySet<string> = new Set(['temperature', 'max_output_tokens', 'top_p', 'reasoning_effort'])
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

/** Responses has one name for what chat completions have two. */
function withOutputTokens({ max_tokens, max_completion_tokens, ...rest }: Config): Config {
  const limit = max_completion_tokens ?? max_tokens
  return limit === undefined ? rest : { ...rest, max_output_tokens: limit }
}

interface Api {
  readonly isAnthropic: boolean
  readonly isResponses: boolean
  readonly reasons: boolean
}

/** Single values: those that the provider's `config` knows, those that are passed through, and the names of those that get nowhere. */
function plainSettings(settings: Partial<ModelSettings>, { isAnthropic, isResponses, reasons }: Api) {
  const wire: Config = { ...toWire(settings) }
  const entries = Object.entries(isResponses ? withOutputTokens(wire) : wire)
  const known = isAnthropic ? ANTHROPIC : isResponses ? RESPONSES : reasons ? REASONING : CHAT
  const isLost = (name: string) => (isAnthropic ? !known.has(name) : reasons && UNREASONED.has(name))
  return {
    config: Object.fromEntries(entries.filter(([name]) => known.has(name) && !isLost(name))),
    passthrough: Object.fromEntries(entries.filter(([name]) => !known.has(name) && !isLost(name))),
    lost: entries.map(([name]) => name).filter(isLost),
  }
}

/** As Responses has it: what it is, and what there is to know of it, side by side. */
function flatTool(tool: Tool): object {
  const made = member(tool, 'function')
  return tool.type === 'function' && isObject(made) ? { type: tool.type, ...made } : tool
}

/** What stands in `tools` is filled in with the values of a case, and made what the API wants; what is passed through is neither. */
function toolsConfig({ tools, toolChoice }: ModelSettings, { isAnthropic, isResponses }: Api) {
  const written = tools === undefined ? {} : { tools: isAnthropic ? tools.map(anthropicTool) : tools }
  const choice = toolChoice === undefined ? {} : { tool_choice: isAnthropic ? anthropicChoice(toolChoice) : toolChoice }
  if (!hasNunjucks(JSON.stringify(written))) return { config: { ...written, ...choice }, passthrough: {} }
  return { config: choice, passthrough: isResponses && tools !== undefined ? { tools: tools.map(flatTool) } : written }
}

function stopConfig({ stop }: ModelSettings, { isAnthropic }: Api) {
  if (stop === undefined) return { config: {}, passthrough: {} }
  if (!isAnthropic) return { config: { stop }, passthrough: {} }
  return { config: {}, passthrough: { stop_sequences: typeof stop === 'string' ? [stop] : stop } }
}

/** How a configuration asks the model of a variant. What its maker's API has no field for is told. */
export function providerConfig(variant: ExportVariant, id: string, losses: LossList): Config {
  const { llmConfig } = variant
  const { model: _m, api: _a, stream: _s, stop: _t, toolLoop, extraBody, tools: _o, toolChoice: _c, responseFormat, ...rest } = llmConfig
  const isResponses = id.startsWith('openai:responses:')
  const api: Api = { isAnthropic: id.startsWith('anthropic:'), isResponses, reasons: id.startsWith('openai:') && isReasoningModel(id) }
  const plain = plainSettings(rest, api)
  const format = api.isAnthropic ? { config: {}, passthrough: {} } : formatConfig(variant, isResponses, losses)
  const [tools, stop] = [toolsConfig(llmConfig, api), stopConfig(llmConfig, api)]
  const lost = [
    ...(toolLoop === undefined ? [] : ['toolLoop']),
    ...plain.lost,
    ...(api.isAnthropic && responseFormat !== undefined ? ['response_format'] : []),
  ]
  // A text that asks for the environment of whoever runs the file would be answered, with a key perhaps.
  const inert = (config: Config): Config => {
    const asking = Object.keys(config).filter((name) => readsEnvironment(JSON.stringify(config[name])))
    lost.push(...asking)
    return Object.fromEntries(Object.entries(config).filter(([name]) => !asking.includes(name)))
  }
  const config = inert({ ...plain.config, ...stop.config, ...format.config, ...tools.config })
  const passthrough = inert({ ...plain.passthrough, ...format.passthrough, ...tools.passthrough, ...stop.passthrough, ...extraBody })
  if (lost.length > 0) losses.add('settings', { names: lost.join(', ') })
  return {
    ...(hasDefaults(id) ? { omitDefaults: true } : {}),
    ...config,
    ...(Object.keys(passthrough).length > 0 ? { passthrough } : {}),
  }
}
