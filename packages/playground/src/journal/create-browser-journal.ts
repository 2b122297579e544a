import { JOURNAL_VERSION, type Journal, type KeptHead, type KeptRow } from './journal.ts'
import { journalErrorOf } from './journal-error-of.ts'
import { DATABASE } from './database-name.ts'
import type { Database } from './open-database.ts'

/** Rows that are read at a time: between two times the page answers. */
const READ_AT_ONCE = 500
/** Runs that were kept by themselves. */
export const MOST_AUTOMATIC = 20

interface PageLocks {
  /** Takes a lock for as long as the page is there; settles once it is known whether it was free. */
  readonly hold: (name: string) => Promise<void>
  /** The locks that some page has. */
  readonly held: () => Promise<readonly string[]>
}

/** What pages of one browser tell each other by. */
export interface PageRealm {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number
  readonly newId: () => string
  /** Null where the page may not use it, as without TLS. */
  readonly locks: PageLocks | null
  /** Tells the other pages that something changed; null where no page hears of others. */
  readonly neighbours: (heard: () => void) => (() => void) | null
}

const CHANNEL = 'vitrine-journal'
const LOCK = 'vitrine-journal:'

const webLocks = (locks: LockManager): PageLocks => ({
  async hold(name) {
    const known = Promise.withResolvers<void>()
    // A browser lets go of it when the page is gone, also after a crash.
    void locks.request(name, { ifAvailable: true }, () => {
      known.resolve()
      return new Promise<never>(() => undefined)
    })
    await known.promise
  },
  held: async () => ((await locks.query()).held ?? []).flatMap(({ name }) => name ?? []),
})

const browserRealm = (): PageRealm => ({
  nowMs: () => Math.round(performance.timeOrigin + performance.now()),
  newId: () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  locks: 'locks' in navigator ? webLocks(navigator.locks) : null,
  neighbours(heard) {
    if (typeof BroadcastChannel !== 'function') return null
    const channel = new BroadcastChannel(CHANNEL)
    const port: Pick<MessagePort, 'postMessage'> = channel
    channel.addEventListener('message', heard)
    return () => port.postMessage('changed')
  },
})

const latestFirst = (left: KeptHead, right: KeptHead): number => right.savedAtMs - left.savedAtMs
const rangeOf = (id: string) => IDBKeyRange.bound([id], [id, []])

/** Whether something was ever kept. A browser that does not list its databases may have one. */
async function mayExist(): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return true
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE)
}

/** A journal in IndexedDB. One for each page; a database is made when there is something to keep, never by looking. */
export function createBrowserJournal(realm: PageRealm = browserRealm()): Journal {
  let opening: Promise<() => Promise<Database>> | null = null
  async function open(): Promise<Database> {
    opening ??= import('./open-database.ts').then((late) => late.createDatabase())
    const database = await opening.catch((error: unknown) => {
      opening = null
      throw error
    })
    return database()
  }
  const held = new Set<string>()
  const listeners = new Set<() => void>()
  const tellHere = () => {
    for (const listener of listeners) listener()
  }
  const tellOthers = realm.neighbours(tellHere)
  const changed = () => {
    tellHere()
    tellOthers?.()
  }

  async function within<Answer>(work: (database: Database) => Promise<Answer>): Promise<Answer> {
    try {
      return await work(await open())
    } catch (error) {
      throw journalErrorOf(error)
    }
  }

  /** What the work finds, or `nothing` where no database was ever made. */
  async function finding<Answer>(nothing: Answer, work: (database: Database) => Promise<Answer>): Promise<Answer> {
    try {
      if (opening === null && !(await mayExist())) return nothing
      return await work(await open())
    } catch (error) {
      throw journalErrorOf(error)
    }
  }

  const headsOf = async (database: Database, kind: KeptHead['kind']): Promise<readonly KeptHead[]> =>
    (await database.getAll('heads')).filter((head) => head.v === JOURNAL_VERSION && head.kind === kind).toSorted(latestFirst)

  async function lockedIds(): Promise<ReadonlySet<string>> {
    const locks = (await realm.locks?.held()) ?? []
    return new Set(locks.flatMap((name) => (name.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])))
  }

  async function removeAll(database: Database, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const work = database.transaction(['heads', 'orders', 'rows'], 'readwrite')
    await Promise.all([
      ...ids.flatMap((id) => [
        work.objectStore('heads').delete(id),
        work.objectStore('orders').delete(id),
        work.objectStore('rows').delete(rangeOf(id)),
      ]),
      work.done,
    ])
  }

  async function rowsOf(database: Database, id: string): Promise<ReadonlyMap<string, KeptRow>> {
    const rows = new Map<string, KeptRow>()
    let after: IDBKeyRange = rangeOf(id)
    for (;;) {
      const some = await database.getAll('rows', after, READ_AT_ONCE)
      for (const row of some) rows.set(row.id, row)
      const last = some.at(-1)
      if (last === undefined || some.length < READ_AT_ONCE) return rows
      after = IDBKeyRange.bound([id, last.id], [id, []], true)
    }
  }

  return {
    nowMs: realm.nowMs,
    newId: realm.newId,
    isOn: () => finding(false, async (database) => (await database.get('switch', 'on')) === true),
    turnOn: async () => {
      await within((database) => database.put('switch', true, 'on'))
      changed()
    },
    turnOff: async () => {
      await finding(undefined, async (database) => {
        const work = database.transaction(['switch', 'heads', 'orders', 'rows'], 'readwrite')
        await Promise.all([...Array.from(work.objectStoreNames, (name) => work.objectStore(name).clear()), work.done])
      })
      changed()
    },
    sessions: () =>
      finding({ free: [], isElsewhere: false }, async (database) => {
        // What was deleted on an earlier visit is not brought back any more.
        const gone = await headsOf(database, 'gone')
        await removeAll(
          database,
          gone.map(({ id }) => id),
        )
        const [sessions, locked] = [await headsOf(database, 'session'), await lockedIds()]
        const others = sessions.filter(({ id }) => !held.has(id))
        return { free: others.filter(({ id }) => !locked.has(id)), isElsewhere: [...locked].some((id) => !held.has(id)) }
      }),
    runs: () => finding([], (database) => headsOf(database, 'run')),
    read: (id) =>
      finding(null, async (database) => {
        const head = await database.get('heads', id)
        if (head === undefined || head.v !== JOURNAL_VERSION) return null
        const order = (await database.get('orders', id)) ?? []
        const rows = await rowsOf(database, id)
        return { head, rows: order.flatMap((rowId) => rows.get(rowId) ?? []) }
      }),
    hold: async (id) => {
      if (held.has(id)) return
      held.add(id)
      await realm.locks?.hold(LOCK + id)
    },
    write: (id, { rows, end, isAsked = false }) => {
      const writing = async (database: Database): Promise<void> => {
        const work = database.transaction(['switch', 'heads', 'orders', 'rows'], 'readwrite')
        // Another page may have turned it off meanwhile: then nothing is written after all was deleted.
        if (!isAsked && (await work.objectStore('switch').get('on')) !== true) return
        const store = work.objectStore('rows')
        await Promise.all([
          ...rows.map((row) => store.put(row, [id, row.id])),
          ...(end?.removed ?? []).map((rowId) => store.delete([id, rowId])),
          end && work.objectStore('heads').put(end.head, id),
          end && work.objectStore('orders').put(end.order, id),
          work.done,
        ])
        if (end === undefined || end.head.kind !== 'run') return
        const automatic = (await headsOf(database, 'run')).filter(({ isAutomatic }) => isAutomatic)
        await removeAll(
          database,
          automatic.slice(MOST_AUTOMATIC).map((head) => head.id),
        )
        changed()
      }
      return isAsked ? within(writing) : finding(undefined, writing)
    },
    change: async (id, patch) => {
      await within(async (database) => {
        const work = database.transaction('heads', 'readwrite')
        const head = await work.store.get(id)
        await Promise.all([head && work.store.put({ ...head, ...patch }, id), work.done])
      })
      changed()
    },
    remove: async (id) => {
      await within((database) => removeAll(database, [id]))
      changed()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
