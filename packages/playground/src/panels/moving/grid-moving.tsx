import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { RowActions } from '../test-cases/use-row-actions.ts'
import { carryOver, type Line } from './carry-over.ts'
import { columnKeys } from './column-keys.ts'
import { columnLoad, MOVABLE_HEAD } from './column-load.ts'
import type { Load } from './load.ts'
import css from './moving.module.css'
import { rowLoad } from './row-load.ts'

const sameLine = (left: Line | null, right: Line | null): boolean =>
  left === right || (left?.axis === right?.axis && left?.at === right?.at && left?.from === right?.from && left?.length === right?.length)

export interface GridMovingProps {
  readonly grid: RefObject<HTMLDivElement | null>
  readonly actions: RowActions
}

/** Cases and columns that are dragged, or moved by keys on a head; draws where what is carried would come to lie. */
export function GridMoving({ grid, actions }: GridMovingProps) {
  useLateTexts('columns', texts)
  const say = useText('columns')
  const { state } = usePlayground()
  const [line, setLine] = useState<Line | null>(null)
  const image = useRef<HTMLSpanElement>(null)

  const pick = useEffectEvent((target: Element): Load | null => {
    const element = grid.current
    if (element === null) return null
    const rowId = target.closest('[data-grip]')?.closest<HTMLElement>('[role="row"]')?.dataset['rowId']
    if (rowId !== undefined) {
      // The row with the cursor stays in the document however far the grid is scrolled, and with it what the browser drags.
      state.store.set(state.view.cursorAtom, { rowId, column: '#' })
      return rowLoad(state, actions, element, rowId)
    }
    const column = target.closest<HTMLElement>(MOVABLE_HEAD)?.dataset['column']
    return column === undefined ? null : columnLoad(state, element, column)
  })
  const imageOf = useEffectEvent(({ label }: Load) => {
    // The browser takes its picture before anything could be drawn anew.
    if (image.current !== null) image.current.textContent = typeof label === 'number' ? say('carried', { count: label }) : label
    return image.current
  })
  useEffect(() => {
    const element = grid.current
    if (element === null) return undefined
    const showLine = (next: Line | null) => setLine((shown) => (sameLine(shown, next) ? shown : next))
    const letGo = [
      carryOver(element, { pick: (target) => pick(target), imageOf: (load) => imageOf(load), showLine }),
      columnKeys(element, state),
    ]
    return () => {
      for (const off of letGo) off()
    }
  }, [grid, state])

  return (
    <div aria-hidden="true">
      <span ref={image} className={css.carried} />
      {line !== null && (
        <div
          data-testid="landing"
          data-axis={line.axis}
          className={css.line}
          // Measured in the window, whose sides are the same in every language.
          style={
            line.axis === 'block'
              ? { top: line.at - 1, left: line.from, width: line.length, height: 2 }
              : { left: line.at - 1, top: line.from, width: 2, height: line.length }
          }
        />
      )}
    </div>
  )
}
