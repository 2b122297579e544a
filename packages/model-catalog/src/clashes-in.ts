import type { Model, ModelSettings } from '@vitrine/contracts'
import type { Refusal } from './refusals-for.ts'
import { thinkingIsOn } from './thinking-is-on.ts'

/** Why the model does not think as it is asked to: a budget outside its bounds, or none at an effort that thinks always. */
function thinkingReason({ thinking, reasoningEffort }: ModelSettings, { thinking: facts, parameters }: Model): string | undefined {
  if (thinking === undefined || facts === undefined) return undefined
  if (thinking.type === 'disabled') return isAbove(reasoningEffort, facts.offUpToEffort, parameters?.reasoningEffort?.values)
  const { min, max } = facts.budget ?? {}
  const budget = thinking.budgetTokens
  if (budget === undefined) return undefined
  if (min !== undefined && budget < min) return `its thinking has a budget of at least ${tokens(min)} tokens`
  return max !== undefined && budget > max ? `its thinking has a budget of at most ${tokens(max)} tokens` : undefined
}

const tokens = (count: number): string => count.toLocaleString('en')

function isAbove(asked: string | undefined, most: string | undefined, levels: readonly string[] | undefined): string | undefined {
  if (asked === undefined || most === undefined || levels === undefined) return undefined
  return levels.indexOf(asked) > levels.indexOf(most) ? `cannot be switched off at an effort above ${most}` : undefined
}

/** Why the model does not let itself be made to call a function. */
function toolChoiceReason(settings: ModelSettings, facts: Model): string | undefined {
  const { toolChoice = 'auto' } = settings
  const { forcedTools } = facts
  if (forcedTools === undefined || toolChoice === 'auto' || toolChoice === 'none') return undefined
  return forcedTools.refused ?? (thinkingIsOn(settings, facts) ? forcedTools.refusedWhileThinking : undefined)
}

/**
 * Lists what the model is known to refuse of settings that each are taken by themselves: a budget beside the kind of thinking, no
 * thinking beside an effort, a forced call beside thinking. Apart from `refusalsFor`, which the page loads at once.
 *
 * *Shape*: at most one about thinking and one about the choice of tools, in this order.
 */
export function clashesIn(settings: ModelSettings, facts: Model | null): readonly Refusal[] {
  if (facts === null) return []
  const reasons = [
    ['thinking', thinkingReason(settings, facts)],
    ['toolChoice', toolChoiceReason(settings, facts)],
  ] as const
  return reasons.flatMap(([name, reason]) => (reason === undefined ? [] : [{ name, reason }]))
}
