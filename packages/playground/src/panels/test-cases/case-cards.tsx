import { useVirtualizer } from '@tanstack/react-virtual'
import { atom, useAtomValue } from 'jotai'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { CaseCard } from './case-card.tsx'
import css from './case-cards.module.css'
import { useRowActions } from './use-row-actions.ts'

/** In a narrow frame a case is a card. */
export function CaseCards() {
  const say = useText('cases')
  const { state } = usePlayground()
  const ids = useAtomValue(state.view.visibleRowIdsAtom)
  const actions = useRowActions()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 180,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 4,
    paddingStart: 8,
    paddingEnd: 8,
    gap: 8,
  })
  const cursorRow = useAtomValue(useMemo(() => atom((get) => get(state.view.cursorAtom)?.rowId ?? null), [state]))
  const scrollTo = useEffectEvent((rowId: string) => {
    const index = ids.indexOf(rowId)
    if (index !== -1) virtual.scrollToIndex(index)
  })
  useEffect(() => {
    if (cursorRow !== null) scrollTo(cursorRow)
  }, [cursorRow])
  const items = virtual.getVirtualItems()
  return (
    <div ref={scroller} className={css.scroller} role="list" aria-label={say('grid')}>
      <div className={css.canvas} style={{ blockSize: virtual.getTotalSize(), paddingBlockStart: items[0]?.start ?? 0 }}>
        {items.map((item) => {
          const rowId = ids[item.index]
          if (rowId === undefined) return null
          return (
            <CaseCard key={rowId} rowId={rowId} index={item.index} count={ids.length} measure={virtual.measureElement} actions={actions} />
          )
        })}
      </div>
    </div>
  )
}
