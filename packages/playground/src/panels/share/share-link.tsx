import { Link } from 'lucide-react'
import type { Choice } from '../../exchange/link/leave-out.ts'
import { MAX_LINK_BYTES } from '../../exchange/link/link-limits.ts'
import { useText } from '../../messages/use-text.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useCopyText } from '../../ui/use-copy-text.ts'
import { useKilobytes } from './use-kilobytes.ts'
import css from './share.module.css'
import { useLink } from './use-link.ts'

export interface ShareLinkProps {
  readonly snapshot: PlaygroundSnapshot
  readonly choice: Choice
  readonly opening: number
  readonly linkTo: (fragment: string) => string
}

/** The link with what was chosen, to be copied; or by how much it is too large, and what would help. */
export function ShareLink({ snapshot, choice, opening, linkTo }: ShareLinkProps) {
  const say = useText('sharing')
  const kilobytes = useKilobytes()
  const { data, error, isPlaceholderData } = useLink(snapshot, choice, opening)
  const copy = useCopyText({ copied: say('copied'), failed: say('copyFailed') })
  if (error !== null) return <Notice tone="danger" code="link" title={say('failed', { message: error.message })} />
  if (data === undefined) return <p className={css.small}>{say('making')}</p>
  const { link, less } = data
  const limit = kilobytes(MAX_LINK_BYTES)
  const size = kilobytes(link.bytes)
  return (
    <>
      {link.dropped.map((name) => (
        <p key={name} className={css.small}>
          {say('droppedOne', { name })}
        </p>
      ))}
      {link.ok ? (
        <div className={css.link}>
          <TextField
            label={say('linkText')}
            mono
            readOnly
            value={linkTo(link.fragment)}
            data-testid="share-link"
            onChange={() => undefined}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button
            kind="primary"
            icon={Link}
            data-testid="copy-link"
            disabled={isPlaceholderData}
            onClick={() => copy(linkTo(link.fragment))}
          >
            {say('copyLink')}
          </Button>
          <span className={css.small}>{say('size', { size, limit })}</span>
        </div>
      ) : (
        <Notice tone="warning" code="link-too-large" title={say('tooLarge', { over: kilobytes(link.bytes - MAX_LINK_BYTES) })}>
          <p>{say('tooLargeMore', { size, limit })}</p>
          {less?.attachments != null && less.attachments < link.bytes && (
            <p>{say('withoutAttachments', { size: kilobytes(less.attachments) })}</p>
          )}
          {less?.cases != null && less.cases < link.bytes && <p>{say('withoutCases', { size: kilobytes(less.cases) })}</p>}
        </Notice>
      )}
    </>
  )
}
