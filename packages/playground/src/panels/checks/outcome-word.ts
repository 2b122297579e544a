import type { CheckReason, CheckResult } from '../../checks/check-result.ts'
import { OUTCOMES } from './outcome.ts'

/** States of a judge that have names of their own: none of them passed, and none failed. */
const OF_A_JUDGE = {
  'judge-failed': 'judgeFailedWord',
  'no-verdict': 'noVerdictWord',
  'not-judged': 'notJudgedWord',
  judging: 'judgingWord',
} as const satisfies { readonly [Code in CheckReason['code']]?: string }

const isOfAJudge = (code: string): code is keyof typeof OF_A_JUDGE => Object.hasOwn(OF_A_JUDGE, code)

/** Whether the word has to be read, because the mark beside it stands for more than this. */
export const isNamedState = ({ reason: { code } }: Pick<CheckResult, 'reason'>): boolean => isOfAJudge(code)

/** The text that says in a word how a check came out. */
export const outcomeWord = ({ outcome, reason: { code } }: Pick<CheckResult, 'outcome' | 'reason'>) =>
  isOfAJudge(code) ? OF_A_JUDGE[code] : OUTCOMES[outcome].word
