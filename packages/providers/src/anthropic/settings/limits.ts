import type { ModelSettings } from '@vitrine/contracts'
import type { IsRefused } from '../../dialect/refusals.ts'
import type { ReportBuilder } from '../../dialect/settings-report.ts'
import type { ThinkingPlan } from './reasoning.ts'

const LEAST_BUDGET = 1_024
/** Of an answer's tokens, at the most so much is thought where both have to fit under one limit. */
const MOST_THOUGHT = 0.8
/** An answer that is not streamed comes after all of it is written, and nobody waits for that longer than a few minutes. */
const UNASKED_STREAMED = 32_000
const UNASKED_WHOLE = 16_000

export interface LimitsQuestion {
  readonly settings: ModelSettings
  readonly thinking: ThinkingPlan
  /** Of the model, as far as anybody knows. */
  readonly mostTokens: number
  readonly stream: boolean
  readonly report: ReportBuilder
  readonly isRefused: IsRefused
}

export interface Limits {
  readonly maxTokens: number
  /** Null where the model is not told in tokens how much to think. */
  readonly budgetTokens: number | null
}

/**
 * The limit of the answer, which the Messages API wants always, and the thinking that has to fit under it.
 * @see https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 */
export function fitLimits({ settings, thinking, mostTokens, stream, report, isRefused }: LimitsQuestion): Limits {
  const asked = askedLimit(settings, report, isRefused)
  const wanted = thinking.mode === 'budget' ? thinking.tokens : 0
  const maxTokens = asked ?? Math.min(mostTokens, (stream ? UNASKED_STREAMED : UNASKED_WHOLE) + wanted)
  if (asked === undefined) report.change('max_tokens', null, maxTokens, 'the Messages API wants a limit')
  if (thinking.mode !== 'budget') return { maxTokens, budgetTokens: null }
  if (maxTokens <= LEAST_BUDGET) {
    report.drop('thinking', `thinking takes at least ${LEAST_BUDGET} tokens, and max_tokens leaves no room for them`)
    return { maxTokens, budgetTokens: null }
  }
  const fitting = wanted < maxTokens ? wanted : Math.floor(maxTokens * MOST_THOUGHT)
  const budgetTokens = Math.max(LEAST_BUDGET, fitting)
  if (budgetTokens !== wanted) {
    report.change('thinking.budget_tokens', wanted, budgetTokens, `it takes at least ${LEAST_BUDGET} tokens, and fewer than max_tokens`)
  }
  return { maxTokens, budgetTokens }
}

function askedLimit({ maxTokens, maxCompletionTokens }: ModelSettings, report: ReportBuilder, isRefused: IsRefused): number | undefined {
  if (maxCompletionTokens === undefined) return maxTokens === undefined || isRefused('maxTokens') ? undefined : maxTokens
  report.change(
    'max_completion_tokens',
    maxCompletionTokens,
    { max_tokens: maxCompletionTokens },
    'the Messages API takes the limit under this name',
  )
  if (maxTokens !== undefined) report.drop('max_tokens', 'max_completion_tokens is set too, and only one of them can be sent')
  return maxCompletionTokens
}
