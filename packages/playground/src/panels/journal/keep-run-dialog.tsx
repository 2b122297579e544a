import { useStore } from 'jotai'
import { useState } from 'react'
import type { Keeper } from '../../journal/create-keeper.ts'
import { JournalError } from '../../journal/journal.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { formatMoment } from '../../ui/format/format-moment.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './journal.module.css'

export interface KeepRunDialogProps {
  readonly keeper: Keeper
  readonly open: boolean
  readonly onClose: () => void
}

const LONGEST_NAME = 120

/** Puts the work aside as it is now, under a name. */
export function KeepRunDialog({ keeper, open, onClose }: KeepRunDialogProps) {
  const say = useText('journal')
  const { show } = useToast()
  const { bindings, state } = usePlayground()
  const store = useStore()
  const locale = useLocale()
  const nowMs = bindings.journal?.nowMs() ?? 0
  const [proposed] = useState(() => `${store.get(state.prompt.draftAtom).llmConfig.model}, ${formatMoment(nowMs, 0, locale)}`)
  const [name, setName] = useState(proposed)
  const [fault, setFault] = useState<'full' | 'refused' | null>(null)
  const save = async () => {
    const given = name.trim() === '' ? proposed : name.trim()
    try {
      await keeper.keepRun(given)
      show(say('runSaved', { name: given }), { name: 'save' })
      onClose()
    } catch (error) {
      setFault(error instanceof JournalError ? error.fault : 'refused')
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={say('nameTitle')}
      closeLabel={say('close')}
      data-testid="keep-run-dialog"
      actions={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button kind="primary" data-testid="keep-run-save" onClick={() => void save()}>
            {say('save')}
          </Button>
        </>
      }
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p>{say('nameText')}</p>
        <TextField
          label={say('name')}
          size={32}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={setName}
          onFocus={(event) => event.target.select()}
        />
        {fault !== null && <Notice tone="danger" code={`journal-${fault}`} title={say(fault === 'full' ? 'runFull' : 'runRefused')} />}
      </form>
    </Dialog>
  )
}
