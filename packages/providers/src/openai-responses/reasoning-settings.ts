import type { Model, ModelSettings } from '@vitrine/contracts'
import type { IsRefused } from '../dialect/refusals.ts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import type { ResponsesBody } from './wire.ts'

interface ReasoningContext {
  readonly facts: Model | null
  readonly report: ReportBuilder
  readonly isRefused: IsRefused
}

/**
 * Writes `reasoning`: the effort as asked; thinking that is asked for by name asks for its summary, since all else stays hidden; thinking
 * that is asked not to happen is the effort `none`, where the model has that.
 */
export function writeReasoning(body: ResponsesBody, settings: ModelSettings, { facts, report, isRefused }: ReasoningContext): void {
  const { reasoningEffort, thinking } = settings
  const effort = reasoningEffort === undefined || isRefused('reasoningEffort') ? undefined : reasoningEffort
  const reasoning: { effort?: string; summary?: string } = effort === undefined ? {} : { effort }
  if (effort !== undefined)
    report.change('reasoning_effort', effort, { reasoning: { effort } }, 'the Responses API takes it under this name')
  if (thinking !== undefined && !isRefused('thinking')) {
    if (thinking.budgetTokens !== undefined) {
      report.drop('thinking.budget_tokens', 'the Responses API has no budget for thinking: reasoning_effort says how much')
    }
    if (thinking.type === 'disabled') {
      const problem = stopProblem(reasoningEffort, facts)
      if (problem === null) {
        reasoning.effort = 'none'
        report.change('thinking', thinking.type, { reasoning: { effort: 'none' } }, 'this is how the Responses API is told not to think')
      } else report.drop('thinking', problem)
    } else {
      reasoning.summary = 'auto'
      report.change(
        'thinking',
        thinking.type,
        { reasoning: { summary: 'auto' } },
        'the Responses API shows a summary of its thinking on request',
      )
    }
  }
  if (Object.keys(reasoning).length > 0) body.reasoning = reasoning
}

function stopProblem(reasoningEffort: string | undefined, facts: Model | null): string | null {
  if (reasoningEffort !== undefined) return 'reasoning_effort is set too, and says more'
  const values = facts?.parameters?.reasoningEffort?.values
  return values === undefined || values.includes('none') ? null : 'this model cannot be kept from thinking'
}
