import { CircleAlert, CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import type { CheckOutcome } from '../../checks/check-result.ts'

/** How each outcome is shown: never by colour alone. */
export const OUTCOMES = {
  pass: { icon: CircleCheck, tone: 'pass', word: 'pass' },
  fail: { icon: CircleX, tone: 'fail', word: 'fail' },
  error: { icon: CircleAlert, tone: 'warn', word: 'error' },
  unknown: { icon: CircleHelp, tone: 'neutral', word: 'undecided' },
} as const satisfies Readonly<Record<CheckOutcome, object>>
