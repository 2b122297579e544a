import type { TemplateInputs } from '@vitrine/templating'
import type { Check } from './check.ts'
import { type CheckResult, erred } from './check-result.ts'
import { evaluateCheck } from './evaluate-check.ts'
import type { Evaluation } from './evaluator.ts'
import { fillCheck } from './fill-check.ts'

/** Everything that is checked on one answer, in the order of the checks. `inputs` are the values of its row. */
export function runChecks(checks: readonly Check[], inputs: TemplateInputs, evaluation: Evaluation): Promise<readonly CheckResult[]> {
  return Promise.all(
    checks.map(async (check) => {
      const filled = fillCheck(check, inputs)
      return filled.ok ? evaluateCheck(filled.check, evaluation) : erred({ code: 'template', problem: filled.problem })
    }),
  )
}
