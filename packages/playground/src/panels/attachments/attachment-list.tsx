import type { Message } from '@vitrine/contracts'
import { attachmentsOf } from '../../attachments/message-content.ts'
import { attachments as texts } from '../../messages/en/attachments.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { AttachmentChip, type ChipActions } from './attachment-chip.tsx'
import css from './attachments.module.css'

export interface AttachmentListProps {
  readonly content: Message['content']
  /** What can be done with one, by its place among the parts of the message and among the attachments; without it the list is there to be read. */
  readonly actionsAt?: (at: number, index: number, count: number) => ChipActions
}

/** What a message holds besides its text; nothing where it holds nothing. */
export function AttachmentList({ content, actionsAt }: AttachmentListProps) {
  useLateTexts('attachments', texts)
  const say = useText('attachments')
  const list = attachmentsOf(content)
  if (list.length === 0) return null
  return (
    <ul className={css.list} aria-label={say('attachments')}>
      {list.map(({ part, at }, index) => (
        <AttachmentChip key={at} part={part} number={index + 1} {...(actionsAt && { actions: actionsAt(at, index, list.length) })} />
      ))}
    </ul>
  )
}
