import type { Message } from '@vitrine/contracts'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { messageText, withText } from '../../state/message-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import css from './turn.module.css'

export interface TurnEditorProps {
  readonly label: string
  readonly content: NonNullable<Message['content']>
  readonly onSave: (content: NonNullable<Message['content']>) => void
  readonly onCancel: () => void
}

/** Editing begins where one can type. */
const focusNow = (field: HTMLTextAreaElement | null): void => {
  field?.focus()
}

/** The words of a turn while they are edited: nothing changes until they are saved. */
export function TurnEditor({ label, content, onSave, onCancel }: TurnEditorProps) {
  const say = useText('conversation')
  const [text, setText] = useState(() => messageText({ content }))
  const save = () => onSave(withText(content, text))
  const onKeyDown = (event: KeyboardEvent) => {
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if ((!isSave && event.key !== 'Escape') || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (isSave) save()
    else onCancel()
  }
  return (
    <div className={css.editor}>
      <TextArea
        label={label}
        value={text}
        ref={focusNow}
        className={css.field}
        rows={Math.min(14, Math.max(2, text.split('\n').length))}
        onChange={setText}
        onKeyDown={onKeyDown}
      />
      <div className={css.line}>
        <span className={css.note}>{say('editKeys')}</span>
        <span className={css.grow} />
        <Button size={24} kind="quiet" onClick={onCancel}>
          {say('cancel')}
        </Button>
        <Button size={24} kind="primary" onClick={save}>
          {say('save')}
        </Button>
      </div>
    </div>
  )
}
