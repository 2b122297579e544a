import { useSetAtom } from 'jotai'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { ResizeHandle } from '../../ui/resize-handle.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './detail-drawer.module.css'
import { DETAILS_LEAST, LIST_LEAST, useFrameSize } from './frame-size.ts'
import { Part } from './part.tsx'

/** What the rail and the folded grid need beside it. */
const BESIDE = 44 + 432

/** The place of the details: docked at the end, a sheet in a narrow frame. */
export function DetailDrawer({ frameWidth }: { readonly frameWidth: number }) {
  const say = useText('frame')
  const { state, panels, root } = usePlayground()
  const close = useSetAtom(state.view.drawerAtom)
  const size = useFrameSize()
  const [chosen, setWidth] = useState<number | null>(null)
  const place = useRef<HTMLElement>(null)
  useLayoutEffect(() => giveFocusBack(place, root), [root])
  const max = Math.max(DETAILS_LEAST, frameWidth - LIST_LEAST)
  const width = Math.min(max, chosen ?? Math.max(DETAILS_LEAST, Math.min(964, frameWidth - BESIDE)))
  if (!panels.Drawer) return null
  if (size !== 'wide')
    return (
      <Sheet open bare onOpenChange={(open) => !open && close(null)} title={say('details')} closeLabel={say('close')}>
        <Part>
          <panels.Drawer />
        </Part>
      </Sheet>
    )
  return (
    <aside ref={place} className={css.drawer} aria-label={say('details')} style={{ inlineSize: width }}>
      <ResizeHandle
        edge="start"
        label={say('resizeDrawer')}
        width={width}
        min={DETAILS_LEAST}
        max={max}
        onChange={setWidth}
        onReset={() => setWidth(null)}
      />
      <Part>
        <panels.Drawer />
      </Part>
    </aside>
  )
}

/** Closing takes the focused element away: the cell that was looked at gets the focus. */
function giveFocusBack(place: RefObject<HTMLElement | null>, root: HTMLElement | null): () => void {
  const drawer = place.current
  return () => {
    const focused = drawer?.getRootNode()
    const active = focused instanceof Document || focused instanceof ShadowRoot ? focused.activeElement : null
    if (drawer?.contains(active) !== true) return
    queueMicrotask(() => root?.querySelector<HTMLElement>('[role="grid"] [data-cursor]')?.focus())
  }
}
