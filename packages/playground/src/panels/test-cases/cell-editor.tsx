import { useLayoutEffect, useRef, useState } from 'react'
import { isForEverywhere } from '../../commands/shortcuts.ts'
import { useText } from '../../messages/use-text.ts'
import css from './cell-editor.module.css'

export interface CellEditorProps {
  readonly name: string
  readonly number: number
  readonly value: string
  /** Typed over the value; null edits what is there. */
  readonly typed: string | null
  readonly onSave: (value: string) => void
  /** After saving or leaving: where the cursor goes. */
  readonly onLeave: (to: 'stay' | 'down' | 'next' | 'previous') => void
}

/** A value being edited, over its cell, as high as its text. Enter saves, Shift+Enter breaks the line, Escape leaves it as it was. */
export function CellEditor({ name, number, value, typed, onSave, onLeave }: CellEditorProps) {
  const say = useText('cases')
  const [text, setText] = useState(typed ?? value)
  const field = useRef<HTMLTextAreaElement>(null)
  /** Saved or given up: losing the focus afterwards means nothing. */
  const isOver = useRef(false)
  useLayoutEffect(() => {
    const area = field.current
    if (area === null) return
    area.focus({ preventScroll: true })
    area.setSelectionRange(area.value.length, area.value.length)
  }, [])

  const end = (isSaved: boolean, to: 'stay' | 'down' | 'next' | 'previous') => {
    if (isOver.current) return
    isOver.current = true
    if (isSaved && text !== value) onSave(text)
    onLeave(to)
  }
  return (
    <textarea
      ref={field}
      dir="auto"
      rows={1}
      className={css.editor}
      aria-label={say('editing', { name, number })}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(true, 'stay')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (isForEverywhere(event)) {
          end(true, 'stay')
          return
        }
        const to = event.key === 'Enter' && !event.shiftKey ? 'down' : event.key === 'Tab' ? (event.shiftKey ? 'previous' : 'next') : null
        if (to === null && event.key !== 'Escape') {
          event.stopPropagation()
          return
        }
        event.preventDefault()
        event.stopPropagation()
        end(to !== null, to ?? 'stay')
      }}
    />
  )
}
