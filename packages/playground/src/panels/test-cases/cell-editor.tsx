import { Maximize2 } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { isForEverywhere } from '../../commands/shortcuts.ts'
import { useText } from '../../messages/use-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import css from './cell-editor.module.css'

export interface CellEditorProps {
  readonly name: string
  readonly number: number
  readonly value: string
  /** Typed over the value; null edits what is there. */
  readonly typed: string | null
  readonly onSave: (value: string) => void
  /** Asks for a larger editor, with what was typed so far. */
  readonly onPopOut: (text: string) => void
  /** After saving or leaving: where the cursor goes. */
  readonly onLeave: (to: 'stay' | 'down' | 'next' | 'previous') => void
}

/** A value being edited, over its cell, as high as its text. Enter saves, Alt+Enter breaks the line, Escape leaves it as it was. */
export function CellEditor({ name, number, value, typed, onSave, onPopOut, onLeave }: CellEditorProps) {
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
  const popOut = () => {
    isOver.current = true
    onLeave('stay')
    onPopOut(text)
  }
  return (
    <div className={css.place}>
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
          const act = editorAct(event)
          if (act === 'type') {
            event.stopPropagation()
            return
          }
          event.preventDefault()
          event.stopPropagation()
          if (act === 'break') breakLine(event.currentTarget, setText)
          else if (act === 'pop-out') popOut()
          else end(act !== 'give-up', act === 'give-up' ? 'stay' : act)
        }}
      />
      <IconButton
        size={24}
        iconSize={14}
        icon={Maximize2}
        label={say('popOut')}
        tabIndex={-1}
        tooltip={false}
        className={css.popOut}
        onPointerDown={(event) => event.preventDefault()}
        onClick={popOut}
      />
    </div>
  )
}

type EditorAct = 'down' | 'next' | 'previous' | 'break' | 'pop-out' | 'give-up' | 'type'

function editorAct({ key, shiftKey, altKey }: KeyboardEvent): EditorAct {
  if (key === 'Escape') return 'give-up'
  if (key === 'Tab') return shiftKey ? 'previous' : 'next'
  if (key !== 'Enter') return 'type'
  return altKey ? 'break' : shiftKey ? 'pop-out' : 'down'
}

/** A line end where the cursor is, as if it had been typed. */
function breakLine(area: HTMLTextAreaElement, onText: (text: string) => void): void {
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end')
  onText(area.value)
}
