import { useStore } from 'jotai'
import { useEffect } from 'react'
import { watchWork } from '../../journal/watch-work.ts'
import { usePlayground } from '../../playground-context.ts'
import { wouldLose } from './work-mark.ts'

const ask = (event: BeforeUnloadEvent) => event.preventDefault()

/** Has the browser ask before the page goes, only while something would be lost: a page that may ask is never kept for the way back. */
export function useLeaveWarning(): void {
  const { state, givenAtom, keeperAtom } = usePlayground()
  const store = useStore()
  useEffect(() => {
    const keeper = store.get(keeperAtom)
    const follow = () => {
      const view = keeper && store.get(keeper.viewAtom)
      const isKept = view !== null && view.status === 'on' && view.fault === null
      if (wouldLose(state, { given: store.get(givenAtom), isKept })) addEventListener('beforeunload', ask)
      else removeEventListener('beforeunload', ask)
    }
    const offs = [watchWork(state, follow), store.sub(givenAtom, follow), store.sub(state.undo.canUndoAtom, follow)]
    if (keeper) offs.push(store.sub(keeper.viewAtom, follow))
    follow()
    return () => {
      for (const off of offs) off()
      removeEventListener('beforeunload', ask)
    }
  }, [state, store, givenAtom, keeperAtom])
}
