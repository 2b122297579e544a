import type { Judgement } from '../../../checks/judge/judgements.ts'
import { paidFor } from '../../../checks/judge/judgements.ts'
import type { JudgingState } from '../../../state/judging-state.ts'
import type { Store } from '../../../state/playground-state.ts'
import { askJudge, type Judges } from './ask-judge.ts'
import type { PendingQuestion } from './pending-questions.ts'

export interface JudgingRun extends Judges {
  readonly store: Store
  readonly judging: JudgingState
  readonly questions: readonly PendingQuestion[]
  /** So many are asked at once. */
  readonly concurrency: number
}

/** Asks all of it and notes what is said. One run at a time: while one goes on, another asks nobody. It never rejects. */
export async function judgeAnswers({ store, judging, questions, concurrency, ...judges }: JudgingRun): Promise<void> {
  const { progressAtom } = judging
  if (questions.length === 0 || store.get(progressAtom) !== null) return
  const gone = new AbortController()
  const waiting = new Map(questions.map((pending) => [pending, judging.judgementsOf(pending.cell).get(pending.key)]))
  const begun = waiting.entries()
  store.set(progressAtom, { done: 0, total: questions.length, stop: () => gone.abort() })
  judging.note(questions.map(({ cell, key }) => [cell, key, { status: 'asking' }]))

  async function work(): Promise<void> {
    for (const [pending, before] of begun) {
      if (gone.signal.aborted) return
      const said = await askJudge(pending.question, judges, gone.signal)
      if (said === null) continue
      waiting.delete(pending)
      judging.note([[pending.cell, pending.key, withPaid(said, before)]])
      store.set(progressAtom, (progress) => progress && { ...progress, done: progress.done + 1 })
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, questions.length) }, work))
  judging.note(Array.from(waiting, ([{ cell, key }, before]) => [cell, key, before ?? null] as const))
  store.set(progressAtom, null)
}

/** A verdict that was asked for twice was paid for twice. */
function withPaid(said: Judgement, before: Judgement | undefined): Judgement {
  const paid = paidFor(before)
  if (said.status === 'asking' || paid === 0) return said
  return { ...said, costUsd: said.costUsd === null || paid === null ? null : said.costUsd + paid }
}
