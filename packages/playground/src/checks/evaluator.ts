import type { CheckOf, CheckType } from './check.ts'
import type { CheckedAnswer } from './checked-answer.ts'
import type { CheckResult } from './check-result.ts'
import type { Judge } from './judge/judge.ts'

/** What a check is evaluated on. */
export interface Evaluation {
  readonly answer: CheckedAnswer
  /** What the row expects; null where it says nothing. */
  readonly expected: string | null
  /** Null where no model may be asked. */
  readonly judge: Judge | null
}

/** One kind of check: a file under `kinds/`, and a line in the registry. */
export type Evaluator<Type extends CheckType> = (check: CheckOf<Type>, evaluation: Evaluation) => CheckResult | Promise<CheckResult>
