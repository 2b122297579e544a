import type { CheckOf } from '../../../checks/check.ts'
import type { CheckReason } from '../../../checks/check-result.ts'
import { fillCheck } from '../../../checks/fill-check.ts'
import { answerText } from '../../../checks/judge/answer-text.ts'
import type { JudgeQuestion } from '../../../checks/judge/judge.ts'
import { questionKey } from '../../../checks/judge/judgements.ts'
import type { Cell } from '../../../state/cell.ts'
import type { Verdict } from '../../../state/checks-state.ts'

/** An answer that some rubric has no verdict on. */
export interface Unjudged {
  readonly verdict: Verdict
  readonly check: CheckOf<'rubric'>
}

/** One thing to ask a judge. */
export interface PendingQuestion {
  readonly cell: Cell
  readonly key: string
  readonly question: JudgeQuestion
}

/** A judge that failed, or gave no verdict, can be asked again. */
const OPEN: ReadonlySet<CheckReason['code']> = new Set(['not-judged', 'judge-failed', 'no-verdict'])

export const isOpen = ({ reason }: Verdict['results'][number]): boolean => OPEN.has(reason.code)

export const unjudgedIn = (verdicts: Iterable<Verdict>): readonly Unjudged[] =>
  Array.from(verdicts).flatMap((verdict) =>
    verdict.checks.flatMap((check, at) => {
      const result = verdict.results[at]
      return check.type === 'rubric' && result !== undefined && isOpen(result) ? [{ verdict, check }] : []
    }),
  )

/** The question of it, the row's values filled in; null where they cannot be. */
export function questionOf({ verdict: { cell, row }, check }: Unjudged): PendingQuestion | null {
  const filled = fillCheck(check, row.data)
  if (!filled.ok || filled.check.type !== 'rubric') return null
  const question: JudgeQuestion = { check: filled.check, answer: answerText(cell), expected: row.expected ?? null }
  return { cell, key: questionKey(question), question }
}
