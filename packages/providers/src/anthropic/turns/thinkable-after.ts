import type { ReportBuilder } from '../../dialect/settings-report.ts'
import type { ThinkingPlan } from '../settings/reasoning.ts'
import type { WireTurn } from '../wire.ts'

const THOUGHTS: ReadonlySet<unknown> = new Set(['thinking', 'redacted_thinking'])

/**
 * A model that thinks by a budget refuses results of calls without the thoughts that led to them. Where those are gone, because another
 * model made the calls or somebody edited them, it goes on without thinking.
 */
export function thinkableAfter(turns: readonly WireTurn[], plan: ThinkingPlan, report: ReportBuilder): ThinkingPlan {
  const last = turns.findLast(({ role }) => role === 'assistant')
  if (plan.mode !== 'budget' || last === undefined || typeof last.content === 'string') return plan
  const types = last.content.map(({ type }) => type)
  if (!types.includes('tool_use') || THOUGHTS.has(types[0])) return plan
  report.drop('thinking', 'the thoughts behind the last tool calls are not there to be sent back, and this model wants to see them')
  return { mode: 'disabled' }
}
