import type { DeclaredTool } from '../chat-request.ts'
import { isRecord, ownValue } from '../json-value.ts'
import { scoreOptions } from '../skills/choose/score-options.ts'
import { propertyOf } from '../schema/property.ts'
import { fillFromTask } from '../skills/answer-json.ts'
import type { Step } from '../skills/draft.ts'
import type { Task } from '../task/read-task.ts'

export interface ToolPlan {
  readonly name: string
  readonly arguments: string
  /** Names of required parameters that the text gives no value for. */
  readonly missing: readonly string[]
  readonly steps: readonly Step[]
}

const CLEAR = 1.2
/** Verbs that nearly every tool's name begins with say nothing of what it is for. */
const PLAIN = /\b(?:get|set|fetch|find|look ?up|search|list|create|make|do|run|call|use|query|retrieve|current|by|for|of|the)\b/gu

const parameterNames = ({ parameters }: DeclaredTool): readonly string[] => {
  const properties = ownValue(parameters, 'properties')
  return isRecord(properties) ? Object.keys(properties) : []
}
const spoken = (name: string): string => propertyOf(name, undefined, '').words.replaceAll(PLAIN, ' ').trim()

/** What a call of the tool would be, its arguments read from the text by the tool's own schema. */
export function planCall(tool: DeclaredTool, task: Task): ToolPlan {
  const { value, steps } = fillFromTask({ type: 'object', ...tool.parameters }, { ...task, data: task.said })
  const required = ownValue(tool.parameters, 'required')
  const given = isRecord(value) ? value : {}
  const empty = (name: unknown): boolean =>
    typeof name === 'string' && ['', null, undefined].some((nothing) => ownValue(given, name) === nothing)
  return {
    name: tool.name,
    arguments: JSON.stringify(given),
    missing: Array.isArray(required) ? required.filter((name): name is string => empty(name)) : [],
    steps: [...steps, { depth: 1, text: `I call ${tool.name}.` }],
  }
}

/** The tool that the text asks for most clearly by the words of its name, description and parameters; null where none is clear. */
export function clearestTool(tools: readonly DeclaredTool[], task: Task): DeclaredTool | null {
  const named = tools.find(({ name }) => task.said.includes(name))
  if (named !== undefined) return named
  const options = tools.map((tool) => ({
    label: spoken(tool.name),
    description: `${tool.description} ${parameterNames(tool).map(spoken).join(' ')}`,
  }))
  const scored = scoreOptions(task.said, options)
  const best = scored.reduce((top, each, index) => (each.score > (scored[top]?.score ?? 0) ? index : top), 0)
  return (scored[best]?.score ?? 0) >= CLEAR ? (tools[best] ?? null) : null
}

/** The tool for a call that must be made: the clearest, else the first. */
export const forcedTool = (tools: readonly DeclaredTool[], task: Task): DeclaredTool | null => clearestTool(tools, task) ?? tools[0] ?? null
