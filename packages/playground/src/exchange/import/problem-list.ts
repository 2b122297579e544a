import { MAX_LISTED_PROBLEMS } from './limits.ts'
import type { Problem, ProblemCode, ProblemValues, Severity } from './problem.ts'

/** Gathers problems while something is read, each once. A file with a fault in every line has a list that can be read all the same. */
export interface ProblemList {
  add<Code extends ProblemCode>(severity: Severity, code: Code, values: ProblemValues[Code], line?: number | null): void
  all(): readonly Problem[]
}

export function createProblemList(): ProblemList {
  const listed: Problem[] = []
  let unlisted = 0
  const told = new Set<string>()
  return {
    add(severity, code, values, line = null) {
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
