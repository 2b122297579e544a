import { type Judgement, paidFor, type Said } from '../../../checks/judge/judgements.ts'
import type { Cell } from '../../../state/cell.ts'
import type { JudgementNote, JudgingState } from '../../../state/judging-state.ts'
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
  const once = withoutRepeats(questions)
  const waiting = new Map(once.map((pending) => [pending, judging.judgementsOf(pending.cell).get(pending.key)]))
  const begun = Map.groupBy(once, ({ key, question }) => JSON.stringify([key, question.answer])).values()
  store.set(progressAtom, { done: 0, total: once.length, stop: () => gone.abort() })
  judging.note(once.map(({ cell, key }) => [cell, key, { status: 'asking' }]))

  async function work(): Promise<void> {
    for (const same of begun) {
      const [first] = same
      if (first === undefined || gone.signal.aborted) return
      const said = await askJudge(first.question, judges, gone.signal)
      if (said === null) continue
      // Equal answers get one verdict between them, which is paid for once.
      const notes = same.map((pending): JudgementNote => {
        const own = pending === first ? said : { ...said, costUsd: 0 }
        return [pending.cell, pending.key, withPaid(own, waiting.get(pending))]
      })
      for (const pending of same) waiting.delete(pending)
      judging.note(notes)
      store.set(progressAtom, (progress) => progress && { ...progress, done: progress.done + same.length })
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, once.length) }, work))
  judging.note(Array.from(waiting, ([{ cell, key }, before]) => [cell, key, before ?? null] as const))
  store.set(progressAtom, null)
}

/** A verdict that was asked for twice was paid for twice. */
function withPaid(said: Said, before: Judgement | undefined): Said {
  const paid = paidFor(before)
  return { ...said, costUsd: said.costUsd === null || paid === null ? null : said.costUsd + paid }
}

/** Two checks of one answer may differ in their threshold alone: that is one question. */
function withoutRepeats(questions: readonly PendingQuestion[]): readonly PendingQuestion[] {
  const seen = new Map<Cell, Set<string>>()
  return questions.filter(({ cell, key }) => {
    const keys = seen.get(cell) ?? new Set()
    seen.set(cell, keys)
    const isNew = !keys.has(key)
    keys.add(key)
    return isNew
  })
}
