import type { Model, ModelSettings } from '@vitrine/contracts'

const tokens = (count: number): string => count.toLocaleString('en')

/** Why the model does not think as it is asked to: a budget outside its bounds, or none at an effort that thinks always. */
export function thinkingReason({ thinking, reasoningEffort }: ModelSettings, { thinking: facts, parameters }: Model): string | undefined {
  if (thinking === undefined || facts === undefined) return undefined
  if (thinking.type === 'disabled') return isAbove(reasoningEffort, facts.offUpToEffort, parameters?.reasoningEffort?.values)
  const { min, max } = facts.budget ?? {}
  const budget = thinking.budgetTokens
  if (budget === undefined) return undefined
  if (min !== undefined && budget < min) return `its thinking has a budget of at least ${tokens(min)} tokens`
  return max !== undefined && budget > max ? `its thinking has a budget of at most ${tokens(max)} tokens` : undefined
}

function isAbove(asked: string | undefined, most: string | undefined, levels: readonly string[] | undefined): string | undefined {
  if (asked === undefined || most === undefined || levels === undefined) return undefined
  return levels.indexOf(asked) > levels.indexOf(most) ? `cannot be switched off at an effort above ${most}` : undefined
}
