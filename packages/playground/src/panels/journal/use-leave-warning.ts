import { useStore } from 'jotai'
import { useEffect } from 'react'
import { watchWork } from '../../journal/watch-work.ts'
import { usePlayground } from '../../playground-context.ts'
import { wouldLose } from './work-mark.ts'

/** Has the browser ask before the page goes, only while something would be lost: a page that may ask is never kept for the way back. */
export function useLeaveWarning(): void {
  const { state, givenAtom, keeperAtom } = usePlayground()
  const store = useStore()
  useEffect(() => {
    const keeper = store.get(keeperAtom)
    // One for each mount: a page that lost one playground may still ask for another.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    let isAsking = false
    const set = (next: boolean) => {
      if (next === isAsking) return
      isAsking = next
      if (next) addEventListener('beforeunload', ask)
      else removeEventListener('beforeunload', ask)
    }
    const follow = () => {
      const view = keeper && store.get(keeper.viewAtom)
      const isKept = view !== null && view.status === 'on' && view.fault === null
      set(wouldLose(state, { given: store.get(givenAtom), isKept }))
    }
    const offs = [watchWork(state, follow), store.sub(givenAtom, follow), store.sub(state.undo.canUndoAtom, follow)]
    if (keeper) offs.push(store.sub(keeper.viewAtom, follow))
    follow()
    return () => {
      for (const off of offs) off()
      set(false)
    }
  }, [state, store, givenAtom, keeperAtom])
}
