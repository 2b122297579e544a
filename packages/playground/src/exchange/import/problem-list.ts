import { MAX_LISTED_PROBLEMS, MAX_QUOTED_LENGTH } from './limits.ts'
import type { Problem, ProblemCode, ProblemValues, Severity } from './problem.ts'

/** Gathers problems while something is read, each once. A file with a fault in every line has a list that can be read all the same. */
export interface ProblemList {
  add<Code extends ProblemCode>(severity: Severity, code: Code, values: ProblemValues[Code], line?: number | null): void
  all(): readonly Problem[]
}

/** A name in a file may be the whole file; nobody reads that in a problem. */
const quoted = (values: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > MAX_QUOTED_LENGTH ? `${value.slice(0, MAX_QUOTED_LENGTH)}…` : value,
    ]),
  )

export function createProblemList(): ProblemList {
  const listed: Problem[] = []
  let unlisted = 0
  const told = new Set<string>()
  return {
    add(severity, code, given, line = null) {
      const values = quoted(given)
      const key = JSON.stringify([code, line, values])
      if (told.has(key)) return
      told.add(key)
      // An error decides what becomes of the file, so it is never the one that is only counted.
      if (listed.length < MAX_LISTED_PROBLEMS || severity === 'error') listed.push({ code, severity, line, values } as Problem)
      else unlisted++
    },
    all: () =>
      unlisted === 0 ? listed : [...listed, { code: 'more-problems', severity: 'warning', line: null, values: { count: unlisted } }],
  }
}
