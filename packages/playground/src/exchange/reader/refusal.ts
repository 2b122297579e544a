import { createProblemList } from '../import/problem-list.ts'
import type { ProblemCode, ProblemValues } from '../import/problem.ts'
import type { Refused } from '../import/recognition.ts'

/** A refusal of something that could not even be looked at. */
export function refusal<Code extends ProblemCode>(code: Code, values: ProblemValues[Code]): Refused {
  const problems = createProblemList()
  problems.add('error', code, values)
  return { ok: false, format: null, problems: problems.all() }
}
