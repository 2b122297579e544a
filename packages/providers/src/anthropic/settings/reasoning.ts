import type { ModelSettings, ThinkingSetting } from '@vitrine/contracts'
import type { IsRefused } from '../../dialect/refusals.ts'
import type { ReportBuilder } from '../../dialect/settings-report.ts'
import { budgetFor, fittingEffort, readEffort, type AskedEffort } from './effort.ts'
import type { Effort, ModelRules } from '../model-rules.ts'

/** How the model is told to think. `budget` has still to be fitted under the limit of the answer. */
export type ThinkingPlan =
  | { readonly mode: 'unsaid' }
  | { readonly mode: 'disabled' | 'between_tools' }
  | { readonly mode: 'adaptive'; readonly display?: 'summarized' }
  | { readonly mode: 'budget'; readonly tokens: number }

export interface ReasoningPlan {
  readonly thinking: ThinkingPlan
  readonly effort?: Effort
}

/** What the model's generation makes of `thinking` and `reasoning_effort`. What does not go out as asked is reported. */
export function planReasoning(settings: ModelSettings, rules: ModelRules, report: ReportBuilder, isRefused: IsRefused): ReasoningPlan {
  const asked = settings.thinking === undefined || isRefused('thinking') ? undefined : settings.thinking
  const word = settings.reasoningEffort === undefined || isRefused('reasoningEffort') ? undefined : settings.reasoningEffort
  if (rules.thinking === 'none') {
    for (const name of [asked && 'thinking', word && 'reasoning_effort']) {
      if (name !== undefined && name !== '') report.drop(name, 'this model does not think before it answers')
    }
    return { thinking: { mode: 'unsaid' } }
  }
  const effort = word === undefined ? undefined : readEffort(word, report)
  const thinking = planThinking(asked, effort, rules, report)
  const sent = planEffort(effort, { word, asked, thinking, rules, report })
  return { thinking, ...(sent === undefined ? {} : { effort: sent }) }
}

function planThinking(
  asked: ThinkingSetting | undefined,
  effort: AskedEffort | undefined,
  rules: ModelRules,
  report: ReportBuilder,
): ThinkingPlan {
  if (asked === undefined && effort === undefined) return { mode: 'unsaid' }
  const name = asked === undefined ? 'reasoning_effort' : 'thinking'
  if (asked === undefined ? effort === 'none' : asked.type === 'disabled') return planOff(name, rules, report)
  const budget = asked?.budgetTokens
  const wantsBudget = rules.thinking === 'budget' || (rules.thinking === 'budget-or-adaptive' && budget !== undefined)
  if (wantsBudget) return planBudget(asked, effort, report)
  if (budget !== undefined) report.drop('thinking.budget_tokens', 'this model decides itself how much to think; reasoning_effort guides it')
  const plan: ThinkingPlan = { mode: 'adaptive', ...(rules.hidesThoughts ? { display: 'summarized' } : {}) }
  if (asked === undefined) report.change('thinking', null, 'adaptive', 'reasoning_effort asks the model to think')
  else if (asked.type === 'enabled') report.change('thinking', 'enabled', 'adaptive', 'this model decides itself how much to think')
  if (rules.hidesThoughts)
    report.change('thinking.display', null, 'summarized', 'this model shows its thoughts only where that is asked for')
  return plan
}

function planBudget(asked: ThinkingSetting | undefined, effort: AskedEffort | undefined, report: ReportBuilder): ThinkingPlan {
  if (asked?.budgetTokens !== undefined) {
    if (asked.type === 'adaptive') report.change('thinking', 'adaptive', 'enabled', BUDGETED)
    return { mode: 'budget', tokens: asked.budgetTokens }
  }
  const tokens = budgetFor(effort)
  report.change(
    asked === undefined ? 'reasoning_effort' : 'thinking',
    asked?.type ?? effort,
    { type: 'enabled', budget_tokens: tokens },
    BUDGETED,
  )
  return { mode: 'budget', tokens }
}

const BUDGETED = 'this model has to be told how many tokens it may think'

function planOff(name: string, { thinkingOff }: ModelRules, report: ReportBuilder): ThinkingPlan {
  if (thinkingOff === null) {
    report.drop(name, 'this model always thinks; a low reasoning_effort keeps it short')
    return { mode: 'unsaid' }
  }
  if (thinkingOff === 'between_tools') report.change(name, 'off', thinkingOff, 'this model takes this as the word for no thinking')
  return { mode: thinkingOff }
}

interface EffortQuestion {
  readonly word: string | undefined
  readonly asked: ThinkingSetting | undefined
  readonly thinking: ThinkingPlan
  readonly rules: ModelRules
  readonly report: ReportBuilder
}

function planEffort(effort: AskedEffort | undefined, { word, asked, thinking, rules, report }: EffortQuestion): Effort | undefined {
  if (effort === undefined) return undefined
  if (effort === 'none') {
    if (asked !== undefined && asked.type !== 'disabled')
      report.drop('reasoning_effort', 'thinking is asked for too, and only one of them can hold')
    return undefined
  }
  const isOff = thinking.mode === 'disabled' || thinking.mode === 'between_tools'
  const fitting = fittingEffort(effort, rules, isOff)
  if (fitting === undefined) {
    if (asked !== undefined && (isOff || asked.budgetTokens !== undefined)) {
      report.drop('reasoning_effort', 'this model is told in tokens how much to think, and thinking says it')
    }
  } else if (fitting !== word) {
    report.change(
      'reasoning_effort',
      word,
      fitting,
      isOff ? 'the most that this model takes without thinking' : 'the nearest that this model takes',
    )
  }
  return fitting
}
