import { useStore } from 'jotai'
import { type KeyboardEvent as ReactKeyboardEvent, useMemo } from 'react'
import { createKeybindingsHandler } from 'tinykeys'
import { usePlayground } from '../../playground-context.ts'
import { isEditable } from './is-editable.ts'

/** Popups end by Escape themselves, and nothing behind them should. */
const POPUP = '[role="dialog"], [role="menu"], [role="listbox"]'
const isInPopup = (target: EventTarget | null): boolean => target instanceof Element && target.closest(POPUP) !== null

/**
 * The handler for keys that mean something everywhere. A host's key handlers outside our root are none of our business, and ours none
 * of theirs. It belongs on an element of React's tree: a listener of the document's own would hear a key before the field in which it
 * is pressed, which may have to save its text first, or want the key for itself.
 */
export function useShortcuts(shortcuts: 'root' | 'off'): (event: ReactKeyboardEvent) => void {
  const { state, run, stop } = usePlayground()
  const store = useStore()
  const listen = useMemo(() => {
    if (shortcuts === 'off') return null
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
    return createKeybindingsHandler(
      {
        '$mod+Enter': (event) => handled(event, runOrStop),
        '$mod+Shift+Enter': (event) => handled(event, runCurrent),
        Escape: (event) => !isInPopup(event.target) && handled(event, escape),
        '$mod+z': outsideEditors(() => undo.undo()),
        '$mod+Shift+z': outsideEditors(() => undo.redo()),
        '$mod+y': outsideEditors(() => undo.redo()),
      },
      { ignore: (event) => event.repeat || event.isComposing },
    )
  }, [state, store, run, stop, shortcuts])
  return (event) => listen?.(event.nativeEvent)
}
