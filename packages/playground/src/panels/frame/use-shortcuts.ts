import { useStore } from 'jotai'
import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useMemo } from 'react'
import { createKeybindingsHandler } from 'tinykeys'
import { FIRST_ACTIONS } from '../../commands/first-actions.ts'
import { type KeyReach, SHORTCUT_IDS, SHORTCUTS, type ShortcutId } from '../../commands/shortcuts.ts'
import { usePlayground } from '../../playground-context.ts'
import { isEditable } from './is-editable.ts'

const POPUP = '[role="dialog"], [role="menu"], [role="listbox"]'

/** Popups end by Escape themselves, and nothing behind them should. The sheet of the details is no popup for the keys of a case. */
function isInPopup(target: EventTarget | null, isEscape: boolean): boolean {
  if (!(target instanceof Element)) return false
  const popup = target.closest(POPUP)
  return popup !== null && (isEscape || popup.querySelector('[data-testid="drawer"]') === null)
}

/** Runs start from everywhere, as they are stopped; all else is meant for what is in sight. */
const REACHES_OUT_OF_POPUPS: ReadonlySet<ShortcutId> = new Set(['run-all', 'run-case'])

/** A sign may need modifiers on one keyboard and none on another. */
const bindingOf = (keys: string, reach: KeyReach): string => (reach === 'letter' ? `[Shift]+[Alt]+[Control]+${keys}` : keys)

/** Control or Alt alone make a sign another combination; together, as AltGr, they are how some keyboards write it. */
const isPlainSign = (event: KeyboardEvent): boolean =>
  event.getModifierState('AltGraph') || (!event.ctrlKey && !event.altKey && (!event.shiftKey || !/^[a-z]$/i.test(event.key)))

/**
 * The handler for keys that mean something everywhere. A host's key handlers outside our root are none of our business, and ours none
 * of theirs. It belongs on an element of React's tree: a listener of the document's own would hear a key before the field in which it
 * is pressed, which may have to save its text first, or want the key for itself.
 *
 * `page`: also keys that are pressed where nothing of the page has the focus.
 */
export function useShortcuts(shortcuts: 'root' | 'page' | 'off'): (event: ReactKeyboardEvent) => void {
  const { state, run, stop, commander, settings, root } = usePlayground()
  const store = useStore()
  const listen = useMemo(() => {
    if (shortcuts === 'off') return null
    const act = (id: ShortcutId): boolean => {
      if (id in FIRST_ACTIONS) return FIRST_ACTIONS[id as keyof typeof FIRST_ACTIONS]({ state, store, run, stop })
      commander.give(id)
      return true
    }
    const hear = (id: ShortcutId, reach: KeyReach) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || (reach !== 'anywhere' && isEditable(event.target))) return
      if (!REACHES_OUT_OF_POPUPS.has(id) && isInPopup(event.target, id === 'escape')) return
      if (reach === 'letter' && (!store.get(settings.atom).singleKeys || !isPlainSign(event))) return
      if (act(id)) event.preventDefault()
    }
    const bindings = SHORTCUT_IDS.flatMap((id) => {
      const { keys, reach } = SHORTCUTS[id]
      return keys.map((combination) => [bindingOf(combination, reach), hear(id, reach)] as const)
    })
    return createKeybindingsHandler(Object.fromEntries(bindings), { ignore: (event) => event.repeat || event.isComposing })
  }, [state, store, run, stop, commander, settings, shortcuts])

  useEffect(() => {
    const page = root?.ownerDocument
    if (shortcuts !== 'page' || page === undefined) return undefined
    const hear = (event: KeyboardEvent) => {
      if (event.target === page.body || event.target === page.documentElement) listen?.(event)
    }
    page.addEventListener('keydown', hear)
    return () => page.removeEventListener('keydown', hear)
  }, [shortcuts, root, listen])
  return (event) => listen?.(event.nativeEvent)
}
