import type { Check } from '../../checks/check.ts'
import { isObject, textMember } from '../data/json-object.ts'
import type { ProblemList } from '../import/problem-list.ts'

const RUNS: ReadonlySet<string> = new Set(['javascript', 'python', 'ruby', 'webhook'])

/** Tells of a check that is kept but judges nothing: one that would have to be run, or one that is not known here. */
export function tellUnknownCheck(check: Check, line: number | null, problems: ProblemList): void {
  if (check.type !== 'unknown') return
  const value = isObject(check.source) ? textMember(check.source, 'value') : undefined
  const runs = RUNS.has(check.name.replace(/^not-/, '')) || value?.startsWith('file://') === true
  if (runs) problems.add('warning', 'not-executed', { what: check.name }, line)
  else problems.add('warning', 'check-unknown', { name: check.name }, line)
}
