import { type ReactNode, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextButton } from '../../../ui/text-button.tsx'
import { useCopy } from '../use-copy.ts'
import css from './markdown.module.css'
import type { SafeAddress } from './safe-address.ts'

/** A link that a model wrote: it says where it leads before it leads there. */
export function LinkButton({ address, children }: { readonly address: SafeAddress; readonly children: ReactNode }) {
  const say = useText('drawer')
  const copy = useCopy()
  const [open, setOpen] = useState<boolean | null>(null)
  const close = () => setOpen(false)
  return (
    <>
      <TextButton className={css.link} title={address.href} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </TextButton>
      {open !== null && (
        <Dialog
          open={open}
          onOpenChange={setOpen}
          title={say('openLink')}
          closeLabel={say('openLinkNot')}
          data-testid="open-link"
          actions={
            <>
              <Button onClick={() => copy(address.href)}>{say('copyAddress')}</Button>
              <a className={css.go} href={address.href} target="_blank" rel="noopener noreferrer" onClick={close}>
                {say('openLinkGo')}
              </a>
            </>
          }
        >
          <p className={css.host}>
            <bdi>{address.host}</bdi>
          </p>
          <p className={css.address} dir="ltr">
            {address.href}
          </p>
          <p>{say('openLinkWhy')}</p>
        </Dialog>
      )}
    </>
  )
}
