import { type Getter, useStore } from 'jotai'
import type { CommandContext } from '../../commands/command.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { DrawerTab } from '../../state/view-state.ts'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { whenDrawn } from '../frame/when-drawn.ts'
import { useMessageActions } from '../prompt-editor/use-message-actions.ts'
import { useRowActions } from '../test-cases/use-row-actions.ts'
import { useLastMessage } from './use-last-message.ts'
import { useSave } from './use-save.ts'

export interface CommandHooks {
  readonly chooseFormat: CommandContext['chooseFormat']
}

/** What commands work with in this mount, as it is when it is asked for. */
export function useCommandContext({ chooseFormat }: CommandHooks): () => CommandContext {
  const say = useText('commands')
  const locale = useLocale()
  const { bindings, state, run, stop, goTo, root, toolAtom, settings, theme, changeLanguage, example, keeperAtom } = usePlayground()
  const store = useStore()
  const cases = useRowActions()
  const messages = useMessageActions()
  const offerUndo = useUndoToast()
  const lastMessage = useLastMessage()
  const { save, download } = useSave()
  const get: Getter = store.get
  const focusCursor = () => {
    const id = CSS.escape(store.get(state.view.cursorAtom)?.rowId ?? '')
    const selector = `:is([role="row"][data-row-id="${id}"] [data-cursor], [role="listitem"][data-row-id="${id}"] button)`
    whenDrawn(root, selector, (element) => {
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      element.focus({ preventScroll: true })
    })
  }
  const focusTab = (tab: DrawerTab) =>
    whenDrawn(root, `[data-testid="drawer-tab"][data-tab="${tab}"]`, (element) => element.focus({ preventScroll: true }))
  const press = (testId: string) => {
    store.set(state.view.drawerAtom, null)
    store.set(state.view.narrowPartAtom, 'cases')
    whenDrawn(root, `[data-testid="${testId}"]`, (element) => element.click())
  }
  const { pause, resume } = bindings
  const canKeepRun = () => {
    const keeper = store.get(keeperAtom)
    return keeper !== null && store.get(keeper.viewAtom).status !== 'refused'
  }
  return () => ({
    hold: pause === undefined || resume === undefined ? null : { pause, resume },
    get,
    store,
    state,
    settings,
    theme,
    locale,
    changeLanguage,
    example,
    run,
    stop,
    goTo,
    cases,
    messages,
    offerUndo,
    chooseFormat,
    save,
    download,
    press,
    focusCursor,
    focusTab,
    say,
    messageId: lastMessage(),
    canKeepRun: canKeepRun(),
    open: (tool) => store.set(toolAtom, tool),
  })
}
