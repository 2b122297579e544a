import type { Check, CheckType } from '../../checks/check.ts'

/** Checks have no identity: the second that looks for a text is the second that looks for a text, and keeps its field while it is typed into. */
export function keyedChecks(checks: readonly Check[]): readonly { readonly key: string; readonly at: number; readonly check: Check }[] {
  const seen = new Map<CheckType, number>()
  return checks.map((check, at) => {
    const nth = (seen.get(check.type) ?? 0) + 1
    seen.set(check.type, nth)
    return { key: `${check.type} ${nth}`, at, check }
  })
}
