import { DEFAULT_TOOL_LIMITS, PROVIDER_DEFINITIONS, type ReasoningInText, type ToolLimits } from '@vitrine/providers'
import { type Environment, SettingProblem, readAmount, readList, readWholeNumber } from './setting.ts'

/** @see seeds/001 */
export interface ResponsesSettings {
  /** `OPENAI_RESPONSES_DISABLE` is exactly `true`: nobody is asked through the Responses API, whatever else speaks for it. */
  readonly disabled: boolean
  /** The providers that are asked through it wherever they are. */
  readonly enabled: ReadonlySet<string>
  readonly toolLimits: ToolLimits
  readonly reasoningInText: ReasoningInText
}

const knowsResponses = PROVIDER_DEFINITIONS.filter(({ alsoSpeaks = [] }) => alsoSpeaks.includes('openai-responses')).map(({ id }) => id)

function readEnabled(env: Environment): ReadonlySet<string> {
  const names = readList(env, 'VITRINE_RESPONSES_PROVIDERS')
  const unknown = names.find((name) => !knowsResponses.includes(name))
  if (unknown === undefined) return new Set(names)
  throw new SettingProblem(
    `VITRINE_RESPONSES_PROVIDERS holds "${unknown}", but the Responses API is spoken with ${knowsResponses.join(', ')} only. Change it.`,
  )
}

export function readResponsesSettings(env: Environment): ResponsesSettings {
  const allowedModels = readList(env, 'VITRINE_REASONING_IN_TEXT')
  return {
    disabled: env['OPENAI_RESPONSES_DISABLE'] === 'true',
    enabled: readEnabled(env),
    toolLimits: {
      ...DEFAULT_TOOL_LIMITS,
      toolsMaxCount: readWholeNumber(env, 'VITRINE_TOOLS_MAX_COUNT', DEFAULT_TOOL_LIMITS.toolsMaxCount, [1, 1024]),
      toolsMaxJsonKB: readAmount(env, 'VITRINE_TOOLS_MAX_KB', DEFAULT_TOOL_LIMITS.toolsMaxJsonKB, 4096),
    },
    reasoningInText: { isShown: allowedModels.length > 0, allowedModels },
  }
}
