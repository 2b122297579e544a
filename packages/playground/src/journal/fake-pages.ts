import { createBrowserJournal, type PageRealm } from './create-browser-journal.ts'
import type { Journal } from './journal.ts'

/** Pages of one browser: they hear of each other, and see which sessions are open. `close` ends a page as a crash would. */
export function fakePages() {
  let nowMs = 1_800_000_000_000
  let ids = 0
  const open = new Map<object, Set<string>>()
  const listeners = new Map<object, () => void>()

  function page(): { readonly journal: Journal; readonly close: () => void } {
    const own = {}
    open.set(own, new Set())
    const realm: PageRealm = {
      nowMs: () => {
        nowMs += 1000
        return nowMs
      },
      newId: () => `d${++ids}`,
      locks: {
        held: async () => [...open.values()].flatMap((names) => Array.from(names)),
        hold: async (name) => void open.get(own)?.add(name),
      },
      neighbours: (heard) => {
        listeners.set(own, heard)
        return () => {
          for (const [other, listener] of listeners) if (other !== own) listener()
        }
      },
    }
    return {
      journal: createBrowserJournal(realm),
      close: () => {
        open.delete(own)
        listeners.delete(own)
      },
    }
  }
  return { page }
}
