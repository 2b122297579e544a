import { type FormEvent, useState } from 'react'
import type { AttachmentKind, AttachmentPart } from '../../attachments/attachment-part.ts'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field-error.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './attachments.module.css'
import { LOCK_TEXTS } from './lock-texts.ts'
import { useAddressField } from './use-address-field.ts'

export interface AddressFormProps {
  readonly locked: readonly AttachmentKind[]
  readonly model: string
  /** Why nothing can be attached at all. */
  readonly refusal: string | undefined
  readonly onAdd: (part: AttachmentPart) => void
}

/** Sound has no address in any API. */
type Kind = 'image' | 'file'
const KINDS: readonly Kind[] = ['image', 'file']

/** Attaches what stands at an address, which nobody here looks at. */
export function AddressForm({ locked, model, refusal, onAdd }: AddressFormProps) {
  const say = useText('attachments')
  const [kind, setKind] = useState<Kind>(locked.includes('image') ? 'file' : 'image')
  const { field, fault, read } = useAddressField()
  const lock = refusal ?? (locked.includes(kind) ? say(LOCK_TEXTS[kind], { model }) : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lock !== undefined) return
    const url = read()
    if (url === null) return
    onAdd(kind === 'image' ? { type: 'image_url', imageUrl: { url } } : { type: 'file', file: { fileId: url } })
  }
  return (
    <form className={css.address} onSubmit={submit} noValidate>
      <Segmented
        label={say('addressKind')}
        value={kind}
        options={KINDS.map((value) => ({
          value,
          label: say(value),
          disabledReason: locked.includes(value) ? say(LOCK_TEXTS[value], { model }) : undefined,
        }))}
        onChange={setKind}
      />
      <TextField label={say('address')} placeholder={say('addressHint')} className={css.url} {...field} />
      <Button type="submit" disabledReason={lock}>
        {say('add')}
      </Button>
      <p className={css.note}>{say('addressNote')}</p>
      {fault !== null && <FieldError>{say(fault)}</FieldError>}
    </form>
  )
}
