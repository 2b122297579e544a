import { type CheckResult, erred, excerpt, unknown } from './check-result.ts'
import type { Evaluation } from './evaluator.ts'
import { wantedText } from './wanted-text.ts'

interface Search {
  /** As a sentence shows it. */
  readonly wanted: string
  /** Where it begins; -1 where it is not there. */
  readonly at: number
}

/** Looks for a check's text in the answer; or says why there is nothing to look for. */
export function findText(
  check: { readonly value?: string },
  evaluation: Evaluation,
  indexOf: (text: string, wanted: string) => number,
): Search | { readonly result: CheckResult } {
  const wanted = wantedText(check, evaluation)
  if (wanted === null) return { result: unknown({ code: 'nothing-expected' }) }
  if (wanted === '') return { result: erred({ code: 'empty-value' }) }
  return { wanted: excerpt(wanted), at: indexOf(evaluation.answer.text, wanted) }
}
