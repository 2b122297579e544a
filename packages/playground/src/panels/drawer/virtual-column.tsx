import { useVirtualizer } from '@tanstack/react-virtual'
import type { HTMLAttributes, ReactNode, RefObject } from 'react'
import { withKept } from './kept-items.ts'
import css from './virtual-column.module.css'

export interface VirtualColumnProps {
  readonly count: number
  /** Before an item is measured. CSS pixels. */
  readonly usualHeight: number
  /** An item that stays in the document while it is scrolled away: it has the focus. -1 for none. */
  readonly kept: number
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly children: (index: number) => ReactNode
  /** Of the element that scrolls. */
  readonly outer?: HTMLAttributes<HTMLDivElement>
  /** Of the element that holds the items. */
  readonly inner?: HTMLAttributes<HTMLDivElement>
  readonly itemRole: 'presentation' | 'listitem'
}

/** Items of any height under each other, of which only those in sight are drawn. */
export function VirtualColumn({ count, usualHeight, kept, scroller, children, outer, inner, itemRole }: VirtualColumnProps) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 2,
    rangeExtractor: (range) => withKept(range, kept),
  })
  return (
    <div ref={scroller} {...outer}>
      <div {...inner} className={`${css.inner} ${inner?.className ?? ''}`} style={{ blockSize: `${virtual.getTotalSize()}px` }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            role={itemRole}
            data-index={index}
            className={css.item}
            style={{ insetBlockStart: `${start}px` }}
            {...(itemRole === 'listitem' && { 'aria-setsize': count, 'aria-posinset': index + 1 })}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  )
}
