import type { Check, CheckType } from './check.ts'
import { type CheckResult, erred } from './check-result.ts'
import type { Evaluation, Evaluator } from './evaluator.ts'
import { EVALUATORS } from './registry.ts'

/** Holds an answer against one check, whose templates were filled in before by `fillCheck`. What goes wrong is an outcome. */
export async function evaluateCheck(check: Check, evaluation: Evaluation): Promise<CheckResult> {
  // The registry's type holds every line to its own kind; which line it is shows only here.
  const evaluate = EVALUATORS[check.type] as Evaluator<CheckType>
  try {
    return await evaluate(check, evaluation)
  } catch (error) {
    // A value nested deeper than the stack.
    if (error instanceof RangeError) return erred({ code: 'too-much-work' })
    throw error
  }
}
