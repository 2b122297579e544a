import type { AttachProblem } from '../../attachments/take-files.ts'

/** Files that were refused for the same reason. */
export interface ProblemGroup {
  readonly code: AttachProblem['code']
  readonly count: number
  /** Of the first of them. */
  readonly names: readonly string[]
}

const NAMED = 5

/** Problems by their reason, in the order in which each first occurred: twenty files make no twenty lines. */
export function problemGroups(problems: readonly AttachProblem[]): readonly ProblemGroup[] {
  const groups = new Map<AttachProblem['code'], string[]>()
  for (const { code, name } of problems) groups.set(code, [...(groups.get(code) ?? []), name])
  return Array.from(groups, ([code, names]) => ({ code, count: names.length, names: names.slice(0, NAMED) }))
}
