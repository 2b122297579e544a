import type { AvailableModel } from '@vitrine/contracts'
import { FolderOpen, Lock } from 'lucide-react'
import { type DragEvent, useRef } from 'react'
import { ATTACHMENT_KINDS } from '../../attachments/attachment-part.ts'
import { LARGEST_FILE_BYTES, MOST_PER_MESSAGE } from '../../attachments/limits.ts'
import { attachmentsOf, withAttachments } from '../../attachments/message-content.ts'
import { refusedKinds } from '../../attachments/model-takes.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AddressForm } from './address-form.tsx'
import type { AttachOwner } from './attach-owner.ts'
import css from './attachments.module.css'
import { formatBytes } from './format-bytes.ts'
import { LOCK_TEXTS } from './lock-texts.ts'

export interface AttachDialogProps {
  readonly owner: AttachOwner
  readonly model: AvailableModel | null
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** Attaches files or an address, and says what cannot be attached and why. */
export function AttachDialog({ owner, open, onOpenChange, ...rest }: AttachDialogProps) {
  const say = useText('attachments')
  const { key, number } = owner.title
  const close = () => onOpenChange(false)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={key === 'ofNext' ? say(key) : say(key, { number })}
      closeLabel={say('close')}
      data-testid="attach-dialog"
    >
      {open && <AttachForm owner={owner} onDone={close} {...rest} />}
    </Dialog>
  )
}

type AttachFormProps = Pick<AttachDialogProps, 'owner' | 'model' | 'onFiles'> & { readonly onDone: () => void }

function AttachForm({ owner, model, onFiles, onDone }: AttachFormProps) {
  const say = useText('attachments')
  const locale = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const locked = refusedKinds(model)
  const name = model?.displayName ?? ''
  const isFull = attachmentsOf(owner.content).length >= MOST_PER_MESSAGE
  const takesNone = locked.length === ATTACHMENT_KINDS.length
  const refusal = isFull ? say('full', { most: MOST_PER_MESSAGE }) : takesNone ? say('lockedAll', { model: name }) : undefined
  const give = (files: readonly File[]) => {
    if (files.length === 0 || refusal !== undefined) return
    onFiles(files)
    onDone()
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    give([...event.dataTransfer.files])
  }
  const locks = refusal === undefined ? locked.map((kind) => say(LOCK_TEXTS[kind], { model: name })) : [refusal]
  return (
    <div className={css.form} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      {locks.map((lock) => (
        <p key={lock} className={css.lock}>
          <Icon of={Lock} size={14} />
          <span>{lock}</span>
        </p>
      ))}
      <div className={css.choose}>
        <Button icon={FolderOpen} disabledReason={refusal} onClick={() => input.current?.click()}>
          {say('choose')}
        </Button>
        <span className={css.note}>{say('most', { most: MOST_PER_MESSAGE, size: formatBytes(LARGEST_FILE_BYTES, locale) })}</span>
      </div>
      <p className={css.note}>{say('orDrop')}</p>
      <p className={css.note}>{say('types')}</p>
      <AddressForm
        locked={locked}
        model={name}
        refusal={refusal}
        onAdd={(part) => {
          owner.update((content) => withAttachments(content, [part]))
          onDone()
        }}
      />
      {owner.role !== 'user' && <p className={css.note}>{say('roleNote')}</p>}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="attach-files"
        onChange={({ target }) => give([...(target.files ?? [])])}
      />
    </div>
  )
}
