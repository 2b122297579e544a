import type { Transport } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import { createCarrier } from './carrier.ts'
import { type Outbox, createOutbox } from './outbox.ts'
import type { WorkerApi } from './protocol.ts'

/** What runs inside the worker: it fetches, and tells what happens through one sink for all runs. */
export function createWorkerApi({
  transport,
  clock,
  setTimer,
}: Pick<Realm, 'clock' | 'setTimer'> & { readonly transport: Transport }): WorkerApi {
  let outbox: Outbox | null = null
  const carrier = createCarrier({
    transport,
    setTimer,
    onEvent: (run, event) => outbox?.event(run, event),
    onOutcome: (run, outcome) => outbox?.outcome(run, outcome),
    // The place stays empty until the page has heard of this and hands over more.
    onIdle: () => outbox?.hurry(),
  })

  return {
    connect(sink) {
      outbox = createOutbox({ post: (news) => sink(JSON.stringify(news)), clock, setTimer })
    },
    limit: (count) => carrier.limit(count),
    start: (requests) => carrier.start(requests),
    cancel: (runs) => carrier.cancel(runs),
    ping: () => true,
  }
}
