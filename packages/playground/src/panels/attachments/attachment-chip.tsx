import { ArrowDown, ArrowUp, File, Globe, Image, Music, X } from 'lucide-react'
import { useMemo } from 'react'
import type { AttachmentPart } from '../../attachments/attachment-part.ts'
import { describeAttachment } from '../../attachments/describe-attachment.ts'
import { typeName } from '../../attachments/file-type.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import css from './attachments.module.css'
import { formatBytes } from './format-bytes.ts'

export interface ChipActions {
  /** Absent where it is the first, or the last. */
  readonly onUp?: (() => void) | undefined
  readonly onDown?: (() => void) | undefined
  readonly onRemove: () => void
}

export interface AttachmentChipProps {
  readonly part: AttachmentPart
  /** From 1, among those of the message. */
  readonly number: number
  /** Without them it is there to be read. */
  readonly actions?: ChipActions
}

const ICONS = { image: Image, audio: Music, file: File } as const

/** One attachment: what it is, how large, and for a raster picture how it looks. What stands at an address is shown by its address. */
export function AttachmentChip({ part, number, actions }: AttachmentChipProps) {
  const say = useText('attachments')
  const locale = useLocale()
  const { kind, name, mediaType, bytes, address, size, pictureUrl } = useMemo(() => describeAttachment(part), [part])
  const called = name ?? address ?? say('unnamed', { kind: say(kind), number })
  const facts = [
    mediaType === null ? say(kind) : typeName(mediaType),
    bytes === null ? null : formatBytes(bytes, locale),
    size === null ? null : say('pixels', size),
  ].filter((fact) => fact !== null)
  return (
    <li className={css.chip} data-testid="attachment" data-kind={kind}>
      {pictureUrl === null ? (
        <span className={css.picture}>
          <Icon of={address === null ? ICONS[kind] : Globe} />
        </span>
      ) : (
        <img className={css.picture} src={pictureUrl} alt={say('preview', { name: called })} loading="lazy" decoding="async" />
      )}
      <span className={css.words}>
        <bdi className={css.name} title={called}>
          {called}
        </bdi>
        <span className={css.facts}>
          {facts.map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
        </span>
      </span>
      {actions && (
        <span className={css.actions}>
          {(actions.onUp ?? actions.onDown) && (
            <>
              <ChipButton icon={ArrowUp} does="up" label={say('moveUp', { name: called })} onClick={actions.onUp} />
              <ChipButton icon={ArrowDown} does="down" label={say('moveDown', { name: called })} onClick={actions.onDown} />
            </>
          )}
          <ChipButton icon={X} does="remove" label={say('remove', { name: called })} onClick={actions.onRemove} />
        </span>
      )}
    </li>
  )
}

function ChipButton({
  icon,
  does,
  label,
  onClick,
}: {
  readonly icon: typeof X
  readonly does: 'up' | 'down' | 'remove'
  readonly label: string
  readonly onClick: (() => void) | undefined
}) {
  return (
    <IconButton
      size={24}
      icon={icon}
      data-does={does}
      label={label}
      tooltip={false}
      title={label}
      disabled={onClick === undefined}
      {...(onClick && { onClick })}
    />
  )
}
