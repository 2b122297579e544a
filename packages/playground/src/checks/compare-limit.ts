import { type CheckResult, erred, failed, type LimitedMeasure, passed, unknown } from './check-result.ts'

/** A figure held against the most it may be. One that nobody reported is unknown, and so is one that is only estimated. */
export function compareLimit(
  limit: number,
  figure: { readonly actual: number | null; readonly of: LimitedMeasure; readonly isEstimate?: boolean },
): CheckResult {
  const { actual, of, isEstimate = false } = figure
  if (!Number.isFinite(limit) || limit < 0) return erred({ code: 'bad-limit' })
  if (actual === null || !Number.isFinite(actual)) return unknown({ code: 'not-reported', measure: of.measure })
  if (isEstimate) return unknown({ code: 'only-estimated', limit, actual, of })
  return actual <= limit ? passed({ code: 'within', limit, actual, of }) : failed({ code: 'over', limit, actual, of })
}
