import { Upload } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import type { MediaColumnType } from '../../attachments/column-value.ts'
import { inlineData } from '../../attachments/inline-data.ts'
import { type FileFault, fileValue } from '../../columns/file-value.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field-error.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAddressField } from '../attachments/use-address-field.ts'
import type { CellDialogProps } from './cell-dialog-props.ts'
import css from './columns.module.css'
import { fileFaultText } from './file-fault-text.ts'
import { MediaValue } from './media-value.tsx'

export interface MediaDialogProps extends CellDialogProps {
  readonly type: MediaColumnType
  readonly value: string
}

/** A cell of pictures or files: a file of this device, or an address that the provider fetches. */
export function MediaDialog({ rowId, column, name, number, type, value, typed, onClose }: MediaDialogProps) {
  const say = useText('columns')
  const sayFrame = useText('frame')
  const { rows } = usePlayground().state
  const [isOpen, setOpen] = useState(true)
  const [isReading, setReading] = useState(false)
  const [fault, setFault] = useState<FileFault | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const done = (next: string) => {
    if (next !== value) rows.editValue(rowId, column, next)
    setOpen(false)
  }
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setReading(true)
    const read = await fileValue(type, file)
    setReading(false)
    if (read.ok) done(read.value)
    else setFault(read.fault)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      onClosed={onClose}
      title={say('edit', { name, number })}
      closeLabel={sayFrame('close')}
      data-testid="cell-dialog"
    >
      <div className={css.body}>
        {value !== '' && (
          <div className={css.line}>
            <span className={css.grow}>
              <MediaValue type={type} column={column} value={value} />
            </span>
            <Button kind="quiet" onClick={() => done('')}>
              {say('take')}
            </Button>
          </div>
        )}
        <div className={css.line}>
          <Button icon={Upload} onClick={() => input.current?.click()}>
            {say('choose')}
          </Button>
          <span className={css.note}>{isReading ? say('reading') : say('dropHere')}</span>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          data-testid="cell-file"
          accept={type === 'image' ? 'image/png,image/jpeg,image/gif,image/webp' : undefined}
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        {fault !== null && <FieldError>{say(fileFaultText(fault))}</FieldError>}
        <Address start={typed ?? (inlineData(value) === null ? value : '')} onUse={done} />
      </div>
    </Dialog>
  )
}

function Address({ start, onUse }: { readonly start: string; readonly onUse: (url: string) => void }) {
  const say = useText('columns')
  const { field, fault, read } = useAddressField(start)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const url = read()
    if (url !== null) onUse(url)
  }
  return (
    <form className={css.body} onSubmit={submit} noValidate>
      <div className={css.line}>
        <TextField label={say('address')} placeholder={say('addressHint')} className={css.grow} {...field} />
        <Button type="submit">{say('useAddress')}</Button>
      </div>
      {fault !== null && <FieldError>{say(fault)}</FieldError>}
      <p className={css.note}>{say('addressNote')}</p>
    </form>
  )
}
