import { useStore } from 'jotai'
import { useMemo, useSyncExternalStore } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { PlaygroundState, Store } from '../../state/playground-state.ts'
import { type Aggregates, aggregatesOf } from './aggregates.ts'

/** Sums over thousands of rows are worth a moment's wait while they still change. */
const AT_MOST_EVERY_MS = 1000

/** The sums over all outputs, renewed at most once a second. */
export function useAggregates(): Aggregates {
  const { state } = usePlayground()
  const store = useStore()
  const sums = useMemo(() => createSums(state, store), [state, store])
  return useSyncExternalStore(sums.subscribe, sums.read, sums.read)
}

function createSums({ execution, rows }: PlaygroundState, store: Store) {
  const sum = () => aggregatesOf(store.get(rows.idsAtom).map((id) => execution.cellOf(id)))
  let held = sum()
  return {
    read: () => held,
    subscribe: (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout> | null = null
      const renew = () => {
        timer = null
        held = sum()
        changed()
      }
      const later = () => {
        timer ??= setTimeout(renew, AT_MOST_EVERY_MS)
      }
      const offs = [store.sub(execution.standingsAtom, later), store.sub(execution.isRunningAtom, later)]
      return () => {
        if (timer !== null) clearTimeout(timer)
        for (const off of offs) off()
      }
    },
  }
}
