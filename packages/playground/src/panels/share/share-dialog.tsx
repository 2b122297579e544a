import { useState } from 'react'
import { type Choice, countAttachments } from '../../exchange/link/leave-out.ts'
import { sharing } from '../../messages/en/sharing.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ShareFiles } from './share-files.tsx'
import { ShareLink } from './share-link.tsx'
import { SecretWarning } from './secret-warning.tsx'
import css from './share.module.css'

export interface ShareDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Gives the work to somebody else: as a link, or as a file. */
export function ShareDialog({ open, onOpenChange }: ShareDialogProps) {
  useLateTexts('sharing', sharing)
  const say = useText('sharing')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say('title')} closeLabel={say('close')} data-testid="share-dialog">
      {open && <ShareForm />}
    </Dialog>
  )
}

function ShareForm() {
  const say = useText('sharing')
  const { state, linkTo } = usePlayground()
  const [{ snapshot, opening }] = useState(() => ({ snapshot: state.snapshot(), opening: state.clock() }))
  const [choice, setChoice] = useState<Choice>({ cases: true, attachments: true })
  const attachments = countAttachments(snapshot)
  return (
    <div className={css.form}>
      <SecretWarning snapshot={snapshot} />
      {linkTo === null ? (
        <p className={css.small}>{say('noLinks')}</p>
      ) : (
        <section className={css.part}>
          <h3>{say('link')}</h3>
          <div className={css.what} role="group" aria-label={say('what')}>
            <p>{say('always')}</p>
            <Checkbox
              label={say('casesIn', { count: snapshot.rows.length })}
              checked={choice.cases}
              onChange={(cases) => setChoice({ ...choice, cases })}
            />
            {attachments > 0 && (
              <Checkbox
                label={say('attachmentsIn', { count: attachments })}
                checked={choice.attachments}
                onChange={(next) => setChoice({ ...choice, attachments: next })}
              />
            )}
          </div>
          <ShareLink snapshot={snapshot} choice={choice} opening={opening} linkTo={linkTo} />
          <p className={css.small}>{say('never')}</p>
        </section>
      )}
      <ShareFiles />
    </div>
  )
}
