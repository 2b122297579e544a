import { useRef } from 'react'
import css from './resize-handle.module.css'

export interface ResizeHandleProps {
  readonly label: string
  /** Of the panel, in CSS pixels. */
  readonly width: number
  readonly min: number
  readonly max: number
  readonly onChange: (width: number) => void
  /** On which edge of the panel it lies: dragging away from the panel's middle widens it. */
  readonly edge: 'start' | 'end'
  /** A double click. */
  readonly onReset: () => void
}

/** The edge of a panel: drag it, or move it with the arrow keys. */
export function ResizeHandle({ label, width, min, max, onChange, edge, onReset }: ResizeHandleProps) {
  const drag = useRef<{ readonly x: number; readonly width: number; readonly sign: number } | null>(null)
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))))
  const signIn = (element: Element) => (getComputedStyle(element).direction === 'rtl' ? -1 : 1) * (edge === 'end' ? 1 : -1)
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={min}
      aria-valuemax={max}
      data-edge={edge}
      className={css.handle}
      onDoubleClick={onReset}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, width, sign: signIn(event.currentTarget) }
      }}
      onPointerMove={(event) => {
        const from = drag.current
        if (from !== null) set(from.width + (event.clientX - from.x) * from.sign)
      }}
      onPointerUp={() => {
        drag.current = null
      }}
      onPointerCancel={() => {
        drag.current = null
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        event.preventDefault()
        event.stopPropagation()
        set(width + (event.key === 'ArrowRight' ? 16 : -16) * signIn(event.currentTarget))
      }}
    />
  )
}
