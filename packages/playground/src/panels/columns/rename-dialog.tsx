import { useAtomValue } from 'jotai'
import { type FormEvent, useId, useMemo, useState } from 'react'
import type { RefusedPlace } from '../../columns/rename-in-prompts.ts'
import { columnRename } from '../../columns/rename-column.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import css from './columns.module.css'

const FAULTS = { empty: 'nameEmpty', taken: 'nameTaken', unwritable: 'nameUnwritable' } as const

/** Another name for a column, in the prompts too where somebody wants that, with what cannot be rewritten told before. */
export function RenameDialog({ column, onClose }: { readonly column: string; readonly onClose: () => void }) {
  const say = useText('columns')
  const sayFrame = useText('frame')
  const { state } = usePlayground()
  const offerUndo = useUndoToast()
  const isRead = useAtomValue(state.prompt.columnNamesAtom).includes(column)
  const id = useId()
  const [name, setName] = useState(column)
  const [inPrompts, setInPrompts] = useState(true)
  const rename = useMemo(() => columnRename(state, column, name, inPrompts), [state, column, name, inPrompts])
  const { fault, refused } = rename
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fault !== null) return
    state.rows.changeColumns(rename.change)
    offerUndo(say('renamed', { from: column, to: name.trim() }))
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say('renameTitle', { name: column })}
      closeLabel={sayFrame('close')}
      data-testid="rename-column"
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {sayFrame('cancel')}
          </Button>
          <Button kind="primary" type="submit" form={id} disabled={fault !== null}>
            {say('renameAction')}
          </Button>
        </>
      }
    >
      <form id={id} className={css.body} onSubmit={submit} noValidate>
        <TextField
          label={say('newName')}
          value={name}
          mono
          size={32}
          dir="ltr"
          invalid={fault !== null && fault !== 'same'}
          onChange={setName}
        />
        {fault !== null && fault !== 'same' && <FieldError>{say(FAULTS[fault], { name: name.trim() })}</FieldError>}
        {isRead && (
          <>
            <Checkbox label={say('inPrompts')} checked={inPrompts} onChange={setInPrompts} />
            <p className={css.note}>{say('inPromptsWhy', { name: column })}</p>
          </>
        )}
        {refused.length > 0 && (
          <Notice tone="warning" code="rename-refused" title={say('refusedTitle')}>
            <ul className={css.places}>
              {refused.map((place) => (
                <RefusedLine key={`${place.variant} ${place.message ?? ''}`} place={place} />
              ))}
            </ul>
            <p>{say('refusedEnd', { name: column })}</p>
          </Notice>
        )}
      </form>
    </Dialog>
  )
}

function RefusedLine({ place: { variant, message, fault } }: { readonly place: RefusedPlace }) {
  const say = useText('columns')
  const letter = variantLetter(variant)
  const isBroken = fault === 'unreadable'
  if (message === null) return <li>{say(isBroken ? 'brokenFormat' : 'refusedFormat', { letter })}</li>
  return <li>{say(isBroken ? 'brokenMessage' : 'refusedMessage', { letter, number: message })}</li>
}
