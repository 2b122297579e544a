import type { ReportBuilder } from '../../dialect/settings-report.ts'
import { EFFORTS, type Effort, type ModelRules } from '../model-rules.ts'

/** Tokens, for models that are told in tokens how much to think. */
const BUDGETS: Readonly<Record<Effort, number>> = { low: 2_048, medium: 8_192, high: 16_384, xhigh: 24_576, max: 32_768 }

export type AskedEffort = Effort | 'none'

/** A `reasoning_effort` in the words that Anthropic has; undefined where it is none of them, which is told. */
export function readEffort(asked: string, report: ReportBuilder): AskedEffort | undefined {
  if (asked === 'none') return asked
  const known = asked === 'minimal' ? 'low' : EFFORTS.find((one) => one === asked)
  if (known === undefined) report.drop('reasoning_effort', `it is none of none, minimal, ${EFFORTS.join(', ')}`)
  return known
}

export const budgetFor = (effort: AskedEffort | undefined): number => BUDGETS[effort === undefined || effort === 'none' ? 'medium' : effort]

/** The most that the model takes of what is asked for. */
export function fittingEffort(
  asked: Effort,
  { efforts, topEffortWithoutThinking }: ModelRules,
  isThinkingOff: boolean,
): Effort | undefined {
  const top = isThinkingOff ? Math.min(rank(asked), rank(topEffortWithoutThinking)) : rank(asked)
  return efforts.findLast((one) => rank(one) <= top) ?? efforts[0]
}

const rank = (effort: Effort): number => EFFORTS.indexOf(effort)
