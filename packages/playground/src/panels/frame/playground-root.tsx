import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { atom, useAtomValue, useStore } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { createCommander } from '../../commands/create-commander.ts'
import { PlaygroundContext } from '../../playground-context.ts'
import type { Keeper } from '../../journal/create-keeper.ts'
import type { PlaygroundProps } from '../../playground-props.ts'
import { runRows } from '../../run-rows.ts'
import type { SettingsState } from '../../settings/create-settings.ts'
import type { ThemeChoice } from '../../settings/settings.ts'
import type { OutputPlace } from '../../state/execution-state.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import { useStyles } from '../../styles/use-styles.ts'
import { PortalContainer } from '../../ui/portal-container.tsx'
import { preloadPopups } from '../../ui/preload-popups.ts'
import { ToastProvider } from '../../ui/toast.tsx'
import { whenIdle } from '../../ui/when-idle.ts'
import { useEvents } from '../../use-events.ts'
import { lateJournal } from '../journal/late-journal.ts'
import type { WorkMark } from '../journal/work-mark.ts'
import { panels } from '../registry.ts'
import type { OpenedLink } from '../share/opened-link.ts'
import { problemPlace } from '../run-bar/problem-place.ts'
import { Frame } from './frame.tsx'
import css from './playground-root.module.css'
import { lateCommands } from './late-commands.ts'
import { createPlaces } from './places.ts'
import { isAgreed } from './is-agreed.ts'
import type { OpenTool } from './tools.ts'
import { useFilter } from './use-filter.ts'
import { useMode } from './use-mode.ts'

export interface PlaygroundRootProps extends PlaygroundProps {
  readonly state: PlaygroundState
  readonly chosen: SettingsState
  readonly direction: 'ltr' | 'rtl'
}

/** The element that carries theme, tokens and direction, with the overlay that every popup is drawn into. */
export function PlaygroundRoot(props: PlaygroundRootProps) {
  const {
    bindings,
    state,
    direction,
    ref,
    onEvent,
    onThemeChange,
    onLocaleChange,
    chosen: settings,
    locale,
    tokens = {},
    portalContainer,
    shortcuts = 'root',
    autoFocus = false,
    example = null,
    linkTo = null,
    filter,
    onFilterChange,
  } = props
  const say = useText('frame')
  const store = useStore()
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const [overlay, setOverlay] = useState<HTMLElement | null>(null)
  const mode = useMode(state)

  const isStyled = useStyles(root)
  useStyles(portalContainer)
  useEffect(() => preloadPopups(), [])
  useEffect(() => whenIdle(lateCommands.load), [])
  useEffect(() => whenIdle(lateJournal.load), [])
  useEffect(() => settings.connect(), [settings])
  useEvents({ bindings, state, store }, onEvent)
  useFilter({ state, store }, filter, onFilterChange)

  const ownTheme = useAtomValue(settings.atom).theme
  const theme = props.theme ?? ownTheme
  const isThemeOpen = props.theme === undefined
  const ofMount = useMemo(
    () => ({
      commander: createCommander(lateCommands.load),
      toolAtom: atom<OpenTool | null>(null),
      linkAtom: atom<OpenedLink | null>(null),
      keeperAtom: atom<Keeper | null>(null),
      givenAtom: atom<WorkMark | null>(null),
    }),
    [],
  )
  const isLanguageOpen = locale === undefined
  const mounted = useMemo(() => {
    const goTo = createPlaces(state, store, root)
    return {
      bindings,
      state,
      example,
      panels,
      run(places: readonly OutputPlace[]) {
        // Nothing can run then, and whoever asked for it is led to what is to be mended.
        const [problem] = store.get(state.prompt.problemsAtom)
        if (problem) goTo(problemPlace(problem, store.get(state.prompt.draftAtom).messages))
        else if (isAgreed(state, places)) void runRows(bindings, places, store.get(state.execution.concurrencyAtom))
      },
      stop: (place?: OutputPlace) => {
        if (typeof place === 'object') bindings.cancel?.(place.rowId, place.variantId)
        else bindings.cancel?.(place)
      },
      goTo,
      root,
      ...ofMount,
      linkTo,
      settings,
      theme: { value: theme, change: onThemeChange ?? (isThemeOpen ? (next: ThemeChoice) => settings.change({ theme: next }) : null) },
      changeLanguage: onLocaleChange ?? (isLanguageOpen ? (language: string) => settings.change({ language }) : null),
      shortcuts,
    }
  }, [
    bindings,
    state,
    store,
    example,
    root,
    ofMount,
    settings,
    theme,
    onThemeChange,
    isThemeOpen,
    onLocaleChange,
    isLanguageOpen,
    shortcuts,
    linkTo,
  ])
  useImperativeHandle(
    ref,
    () => ({
      run: (rowIds) =>
        runRows(bindings, rowIds ?? store.get(state.execution.targetsAtom).runnable, store.get(state.execution.concurrencyAtom)),
      cancel: (rowId) => bindings.cancel?.(rowId),
      focus: () => focusIn(root),
      openLink: async (reading, how = 'ask') => {
        const { openLink } = await import('../share/open-link.ts')
        await openLink({ state, store, stop: mounted.stop, linkAtom: mounted.linkAtom }, reading, how)
      },
    }),
    [bindings, state, store, root, mounted],
  )
  useLayoutEffect(() => {
    if (autoFocus && overlay !== null) focusIn(root)
  }, [autoFocus, overlay, root])

  const density = useAtomValue(state.view.densityAtom)
  const style = {
    ...Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--vitrine-${name}`, value])),
    // The middle one is the host's own.
    ...(density !== 1 && { '--_own-density': density }),
  }
  const overlays = <div ref={setOverlay} className={css.overlays} />
  return (
    <section
      ref={setRoot}
      aria-label={say('playground')}
      className="vitrine-root"
      data-testid="vitrine"
      data-mode={mode}
      data-theme={theme}
      dir={direction}
      style={style}
    >
      <PlaygroundContext value={mounted}>
        <PortalContainer value={overlay}>
          <ToastProvider closeLabel={say('close')}>{isStyled && <Frame {...(onEvent && { onEvent })} />}</ToastProvider>
        </PortalContainer>
      </PlaygroundContext>
      {portalContainer === undefined
        ? overlays
        : createPortal(
            <div className={`vitrine-root ${css.elsewhere}`} data-theme={theme} dir={direction} style={style}>
              {overlays}
            </div>,
            portalContainer,
          )}
    </section>
  )
}

const focusIn = (root: HTMLElement | null) => root?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"], [data-testid="run"]')?.focus()
