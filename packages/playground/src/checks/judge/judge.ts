import type { Told } from '../../messages/told.ts'
import type { CheckOf } from '../check.ts'

/** What a judge is asked: whether an answer meets a rubric, its templates filled in. */
export interface JudgeQuestion {
  readonly check: CheckOf<'rubric'>
  readonly answer: string
  /** What the row expects, shown to the judge for comparison; null where it says nothing. */
  readonly expected: string | null
}

/** Whoever has the verdicts. Asking a model costs money, so it may answer that nobody was asked. */
export interface Judge {
  readonly ask: (question: JudgeQuestion) => Promise<JudgeReply>
}

/**
 * *Shape*: `parsed` is the value of `text` where the service says that it is JSON. `model` is who was asked. `asking`: the answer is
 * still to come; `not-asked`: nobody has asked yet.
 * *Units*: `costUsd` USD; null where nobody said. It belongs to the check, not to the answer.
 */
export type JudgeReply =
  | {
      readonly status: 'answered'
      readonly text: string
      readonly parsed?: unknown
      readonly model: string
      readonly costUsd: number | null
    }
  | ({ readonly status: 'failed'; readonly model: string; readonly costUsd: number | null } & Told)
  | { readonly status: 'asking' }
  | { readonly status: 'not-asked' }
