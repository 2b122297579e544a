import { isObject } from '../data/json-object.ts'
import type { ProblemList } from '../import/problem-list.ts'

/** What a later page may have added in the same version is named, not lost in silence. */
export function tellUnknown(value: unknown, known: readonly string[], path: string, problems: ProblemList): void {
  if (!isObject(value)) return
  for (const name of Object.keys(value)) if (!known.includes(name)) problems.add('warning', 'not-carried', { what: `${path}${name}` })
}
