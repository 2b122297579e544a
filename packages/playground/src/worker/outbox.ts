import type { StreamEvent } from '@vitrine/contracts'
import type { Realm } from '../execution/realm.ts'
import { type RunNews, type RunOutcome, type RunRef, runKey } from './protocol.ts'

/** At most sixty posts a second. */
const GAP_MS = 1000 / 60

interface Letter extends RunRef {
  readonly events: StreamEvent[]
  outcome: RunOutcome | null
}

/** Collects what happens and posts it together: at once after a quiet moment, else when the gap since the last post is over. */
export interface Outbox {
  event(run: RunRef, event: StreamEvent): void
  outcome(run: RunRef, outcome: RunOutcome): void
}

export function createOutbox({
  post,
  clock,
  setTimer,
}: Pick<Realm, 'clock' | 'setTimer'> & { readonly post: (news: readonly RunNews[]) => void }): Outbox {
  let letters = new Map<string, Letter>()
  let postedAtMs = -Infinity
  let isPlanned = false

  function send(): void {
    isPlanned = false
    postedAtMs = clock()
    const news = [...letters.values()]
    letters = new Map()
    post(news)
  }

  function letterFor({ runId, rowId }: RunRef): Letter {
    const key = runKey({ runId, rowId })
    const letter = letters.get(key) ?? { runId, rowId, events: [], outcome: null }
    letters.set(key, letter)
    if (!isPlanned) {
      isPlanned = true
      // Never on the spot: what is read from one chunk of a stream belongs together.
      setTimer(send, Math.max(0, postedAtMs + GAP_MS - clock()))
    }
    return letter
  }

  return {
    event(run, event) {
      const { events } = letterFor(run)
      const last = events.at(-1)
      const isMore = last?.type === 'part-delta' && event.type === 'part-delta' && last.index === event.index
      if (isMore) events[events.length - 1] = { ...last, delta: last.delta + event.delta }
      else events.push(event)
    },
    outcome(run, outcome) {
      letterFor(run).outcome = outcome
    },
  }
}
