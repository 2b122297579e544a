import type { Check } from '../../checks/check.ts'
import type { CheckOutcome, CheckResult } from '../../checks/check-result.ts'

export interface CheckedLine {
  /** The place of the check, from 0. */
  readonly at: number
  readonly check: Check
  readonly result: CheckResult
}

/** As many as a cell has room for. */
const AT_MOST = 4
const URGENCY: readonly CheckOutcome[] = ['fail', 'error', 'unknown', 'pass']

export const checkedLines = (verdict: {
  readonly checks: readonly Check[]
  readonly results: readonly CheckResult[]
}): readonly CheckedLine[] =>
  verdict.checks.flatMap((check, at) => {
    const result = verdict.results[at]
    return result === undefined ? [] : [{ at, check, result }]
  })

/** The checks that a cell shows, what did not pass first, and how many more there are. */
export function chipOrder(verdict: Parameters<typeof checkedLines>[0]): { readonly shown: readonly CheckedLine[]; readonly more: number } {
  const lines = checkedLines(verdict).toSorted((a, b) => URGENCY.indexOf(a.result.outcome) - URGENCY.indexOf(b.result.outcome))
  return { shown: lines.slice(0, AT_MOST), more: Math.max(0, lines.length - AT_MOST) }
}
