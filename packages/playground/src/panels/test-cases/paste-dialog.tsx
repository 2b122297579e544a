import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import css from './paste-dialog.module.css'
import { parseTable } from './table-text.ts'
import type { RowActions } from './use-row-actions.ts'

export interface PasteDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly actions: RowActions
}

/** A field to paste into, where the page may not read the clipboard by itself. */
export function PasteDialog({ open, onOpenChange, actions }: PasteDialogProps) {
  const say = useText('cases')
  const sayFrame = useText('frame')
  const [text, setText] = useState('')
  const table = parseTable(text)
  const columns = Math.max(0, ...table.map((row) => row.length))
  const change = (next: boolean) => {
    if (!next) setText('')
    onOpenChange(next)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={say('pasteTitle')}
      closeLabel={sayFrame('close')}
      wide
      actions={
        <>
          <Button kind="quiet" onClick={() => change(false)}>
            {sayFrame('cancel')}
          </Button>
          <Button
            kind="primary"
            disabledReason={table.length === 0 ? say('pasteEmpty') : undefined}
            onClick={() => {
              actions.paste({ rowId: null, column: null }, table)
              change(false)
            }}
          >
            {say('pasteAction')}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <p>{say('pasteHelp')}</p>
        <TextArea label={say('pasteField')} mono rows={10} value={text} onChange={setText} />
        <p className={css.summary} aria-live="polite">
          {table.length === 0 ? say('pasteEmpty') : say('pasteSummary', { count: table.length, columns })}
        </p>
      </div>
    </Dialog>
  )
}
