import { useAtomValue } from 'jotai'
import { useRef } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { PlaygroundEvent } from '../../events.ts'
import { useWidth } from '../../ui/use-width.ts'
import { lateJournal } from '../journal/late-journal.ts'
import { RunAnnouncer } from '../run-bar/run-announcer.tsx'
import { LinkPlace } from '../share/link-place.tsx'
import { ConfigPanel } from './config-panel.tsx'
import { DetailDrawer } from './detail-drawer.tsx'
import { FrameSize, sizeOf } from './frame-size.ts'
import css from './frame.module.css'
import { Head } from './head.tsx'
import { lateCommands } from './late-commands.ts'
import { Main } from './main.tsx'
import { NarrowBar } from './narrow-bar.tsx'
import { Part } from './part.tsx'
import { useShortcuts } from './use-shortcuts.ts'

export interface FrameProps {
  readonly onEvent?: (event: PlaygroundEvent) => void
}

/** Head, configuration, cases and details, laid out by the width that the host gives. What is shown lives in the state, so crossing a width loses nothing. */
export function Frame({ onEvent }: FrameProps) {
  const { state, shortcuts } = usePlayground()
  const { view } = state
  const element = useRef<HTMLDivElement>(null)
  const width = useWidth(element)
  const size = sizeOf(width)
  const part = useAtomValue(view.narrowPartAtom)
  const isDrawerOpen = useAtomValue(view.drawerAtom) !== null
  const onKeyDown = useShortcuts(shortcuts)
  const commands = lateCommands.use()
  const journal = lateJournal.use()

  const tell = (error: unknown) =>
    onEvent?.({ type: 'error', error: { code: 'render', message: error instanceof Error ? error.message : String(error) } })
  const isNarrow = size !== 'wide'
  return (
    <FrameSize value={size}>
      <div ref={element} className={css.frame} data-size={size} role="presentation" onKeyDown={onKeyDown}>
        {width !== null && (
          <>
            <Head />
            <LinkPlace />
            {journal && <journal.JournalHost />}
            <div className={css.body}>
              {(!isNarrow || part === 'prompt') && (
                <Part onError={tell}>
                  <ConfigPanel frameWidth={width} />
                </Part>
              )}
              {(!isNarrow || part === 'cases') && (
                <Part onError={tell}>
                  <Main isFolded={isDrawerOpen && !isNarrow} />
                </Part>
              )}
              {isDrawerOpen && (
                <Part onError={tell}>
                  <DetailDrawer frameWidth={width} />
                </Part>
              )}
            </div>
            {isNarrow && <NarrowBar />}
          </>
        )}
        <RunAnnouncer />
        {commands && <commands.CommandHost />}
      </div>
    </FrameSize>
  )
}
