import { useAtomValue } from 'jotai'
import { attachmentsOf, withAttachmentMoved, withoutAttachment } from '../../attachments/message-content.ts'
import { unmetKinds } from '../../attachments/model-takes.ts'
import { sentBytes } from '../../attachments/sent-bytes.ts'
import type { AttachProblem } from '../../attachments/take-files.ts'
import { attachments as texts } from '../../messages/en/attachments.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModel } from '../../queries/use-models.ts'
import { Notice } from '../../ui/notice.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { AttachDialog } from './attach-dialog.tsx'
import type { AttachOwner } from './attach-owner.ts'
import { AttachProblems } from './attach-problems.tsx'
import { AttachmentList } from './attachment-list.tsx'
import css from './attachments.module.css'
import { formatBytes } from './format-bytes.ts'
import { LOCK_TEXTS } from './lock-texts.ts'
import { TooLarge } from './too-large.tsx'

export interface AttachmentsProps {
  readonly owner: AttachOwner
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  /** How many files are being read. */
  readonly reading: number
  readonly problems: readonly AttachProblem[]
  readonly onDismiss: () => void
  readonly onFiles: (files: readonly File[]) => void
}

/** Once what was changed is drawn. */
const focusSoon = (find: () => HTMLElement | null | undefined): void => void requestAnimationFrame(() => find()?.focus())

/** The same button of another chip: whoever presses it again goes on with the same attachment. */
const buttonAt = (strip: HTMLElement | null, index: number, does: 'up' | 'down' | 'remove'): HTMLElement | null | undefined =>
  strip?.querySelectorAll('[data-testid="attachment"]')[index]?.querySelector<HTMLElement>(`[data-does="${does}"]`)

/** Where the text of a message is written, else its first control. */
const textOf = (message: Element | null | undefined): HTMLElement | null | undefined =>
  message?.querySelector<HTMLElement>('[data-part="editor"], textarea') ?? message?.querySelector<HTMLElement>('button')

/** Under the text of a message: what it holds besides, what is wrong with it, and the dialog that attaches more. */
export function Attachments({ owner, isOpen, onOpenChange, reading, problems, onDismiss, onFiles }: AttachmentsProps) {
  useLateTexts('attachments', texts)
  const say = useText('attachments')
  const locale = useLocale()
  const { state } = usePlayground()
  const { messages, llmConfig } = useAtomValue(state.prompt.draftAtom)
  const model = useModel(llmConfig.model)
  const offerUndo = useUndoToast()
  const kept = useKeptFocus<HTMLDivElement>((element) => element.querySelector('button'))
  const { content } = owner
  const request = [...messages, ...owner.besides]
  const bytes = sentBytes(request)
  const unmet = unmetKinds(content, model)
  const dialog = <AttachDialog owner={owner} model={model} open={isOpen} onOpenChange={onOpenChange} onFiles={onFiles} />
  if (attachmentsOf(content).length + reading + problems.length === 0) return dialog
  return (
    <div {...kept} className={css.attachments} data-part="attachments">
      <AttachmentList
        content={content}
        actionsAt={(at, index, count) => {
          const move = (by: 1 | -1) => () => {
            owner.update((now) => withAttachmentMoved(now, at, by))
            focusSoon(() => buttonAt(kept.ref.current, index + by, by < 0 ? 'up' : 'down'))
          }
          return {
            onUp: index === 0 ? undefined : move(-1),
            onDown: index === count - 1 ? undefined : move(1),
            onRemove() {
              const home = kept.ref.current?.closest('[data-takes-files]')
              owner.update((now) => withoutAttachment(now, at))
              if (owner.hasUndo) offerUndo(say('removed'))
              focusSoon(() => buttonAt(kept.ref.current, Math.min(index, count - 2), 'remove') ?? textOf(home))
            },
          }
        }}
      />
      {attachmentsOf(content).length > 0 && (
        <p className={css.note} title={say('asSent')}>
          {say('total', {
            count: request.reduce((sum, message) => sum + attachmentsOf(message.content).length, 0),
            size: formatBytes(bytes, locale),
          })}
        </p>
      )}
      {reading > 0 && (
        <p className={css.note} role="status">
          {say('reading', { count: reading })}
        </p>
      )}
      {unmet.length > 0 && model !== null && (
        <Notice tone="warning" code="unsupported_parameter" title={say('unmet')}>
          {unmet.map((kind) => (
            <p key={kind}>{say(LOCK_TEXTS[kind], { model: model.displayName })}</p>
          ))}
          <p>{say('unmetMore')}</p>
        </Notice>
      )}
      {bytes > 0 && <TooLarge bytes={bytes} />}
      {problems.length > 0 && <AttachProblems problems={problems} onDismiss={onDismiss} />}
      {dialog}
    </div>
  )
}
