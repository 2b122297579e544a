import { useStore } from 'jotai'
import { useEffect } from 'react'
import { tinykeys } from 'tinykeys'
import { usePlayground } from '../../playground-context.ts'
import { isEditable } from './is-editable.ts'

/** A host's key handlers outside our root are none of our business, and ours none of theirs: these listen on the root alone. */
export function useShortcuts(shortcuts: 'root' | 'off'): void {
  const { state, run, stop, root } = usePlayground()
  const store = useStore()
  useEffect(() => {
    if (shortcuts === 'off' || root === null) return undefined
    const { view, execution, undo } = state
    const handled = (event: KeyboardEvent, act: () => void) => {
      if (event.defaultPrevented) return
      event.preventDefault()
      act()
    }
    const isRunning = () => store.get(execution.isRunningAtom)
    const runOrStop = () => (isRunning() ? stop() : run(store.get(execution.targetsAtom).runnable))
    const escape = () => {
      if (isRunning()) stop()
      else if (store.get(view.drawerAtom) !== null) store.set(view.drawerAtom, null)
      else store.set(view.selectedRowIdsAtom, new Set<string>())
    }
    const runCurrent = () => {
      const rowId = store.get(view.drawerAtom)?.rowId ?? store.get(view.cursorAtom)?.rowId ?? store.get(state.rows.idsAtom)[0]
      if (rowId !== undefined) run([rowId])
    }
    /** Keys that an editor needs itself. */
    const outsideEditors = (act: () => void) => (event: KeyboardEvent) => {
      if (!isEditable(event.target)) handled(event, act)
    }
    return tinykeys(
      root,
      {
        '$mod+Enter': (event) => handled(event, runOrStop),
        '$mod+Shift+Enter': (event) => handled(event, runCurrent),
        Escape: (event) => handled(event, escape),
        '$mod+z': outsideEditors(() => undo.undo()),
        '$mod+Shift+z': outsideEditors(() => undo.redo()),
        '$mod+y': outsideEditors(() => undo.redo()),
      },
      { ignore: (event) => event.repeat || event.isComposing },
    )
  }, [state, store, run, stop, root, shortcuts])
}
