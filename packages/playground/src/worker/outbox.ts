import type { Realm } from '../execution/realm.ts'
import { type RunNews, type RunOutcome, type RunRef, type RunStep, runKey } from './protocol.ts'

/** At most sixty posts a second. */
const GAP_MS = 1000 / 60

interface Letter extends RunRef {
  steps: { readonly event: RunStep['event']; readonly atMs: number }[]
  outcome: RunOutcome | null
}

/** A result holds the whole wire once more. That is the largest part of what is told, so it is not posted twice. */
const tellsWire = (event: RunStep['event']): boolean => event.type === 'result' && (event.response.wire?.length ?? 0) > 0

/** Collects what happens and posts it together: at once after a quiet moment, else when the gap since the last post is over. */
export interface Outbox {
  event(run: RunRef, event: RunStep['event']): void
  outcome(run: RunRef, outcome: RunOutcome): void
  /** Posts what there is without waiting for the gap: somebody has nothing to do until it is read. */
  hurry(): void
}

export function createOutbox({
  post,
  clock,
  setTimer,
}: Pick<Realm, 'clock' | 'setTimer'> & { readonly post: (news: readonly RunNews[]) => void }): Outbox {
  let letters = new Map<string, Letter>()
  let postedAtMs = -Infinity
  let cancelPlan: (() => void) | null = null

  function send(): void {
    cancelPlan?.()
    cancelPlan = null
    const nowMs = clock()
    postedAtMs = nowMs
    const news = [...letters.values()].map(({ runId, rowId, steps, outcome }) => ({
      runId,
      rowId,
      steps: steps.map(({ event, atMs }) => ({ event, agoMs: nowMs - atMs })),
      outcome,
    }))
    letters = new Map()
    post(news)
  }

  function letterFor({ runId, rowId }: RunRef): Letter {
    const key = runKey({ runId, rowId })
    const letter = letters.get(key) ?? { runId, rowId, steps: [], outcome: null }
    letters.set(key, letter)
    // Never on the spot: what is read from one chunk of a stream belongs together.
    cancelPlan ??= setTimer(send, Math.max(0, postedAtMs + GAP_MS - clock()))
    return letter
  }

  return {
    event(run, event) {
      const letter = letterFor(run)
      if (tellsWire(event)) letter.steps = letter.steps.filter((step) => step.event.type !== 'wire')
      const { steps } = letter
      const last = steps.at(-1)
      if (last?.event.type === 'part-delta' && event.type === 'part-delta' && last.event.index === event.index) {
        // The moment of the first piece: it is the one that is measured.
        steps[steps.length - 1] = { event: { ...event, delta: last.event.delta + event.delta }, atMs: last.atMs }
      } else steps.push({ event, atMs: clock() })
    },
    outcome(run, outcome) {
      letterFor(run).outcome = outcome
    },
    hurry() {
      if (letters.size > 0) send()
    },
  }
}
