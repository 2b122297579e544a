import type { Message } from '@vitrine/contracts'
import { useCauseWords } from '../../../messages/cause-words.ts'
import { toldOfProblem } from '../../../messages/told-of.ts'
import { useText } from '../../../messages/use-text.ts'
import { RoleWord } from '../../../ui/role-word.tsx'
import { messageText } from '../../../state/message-text.ts'
import { KeptTogether } from '../../../ui/kept-together.tsx'
import { AttachmentList } from '../../attachments/attachment-list.tsx'
import { CopyButton } from '../copy-button.tsx'
import box from '../drawer.module.css'
import { numbered } from '../numbered.ts'
import type { FilledText } from './filled-text.ts'
import css from './prompt.module.css'

export interface FilledMessagesProps {
  readonly filled: readonly { readonly message: Message; readonly text: FilledText }[]
  readonly history: readonly Message[]
}

/** Rendered messages, then those of the conversation, which are sent as they are. */
export function FilledMessages({ filled, history }: FilledMessagesProps) {
  const say = useText('drawer')
  if (filled.length + history.length === 0) return <p className={box.muted}>{say('noMessages')}</p>
  return (
    <ol className={css.messages}>
      {numbered(filled).map(({ item: { message, text }, number }) => (
        <FilledMessage key={`template ${number}`} message={message} filled={text} />
      ))}
      {numbered(history).map(({ item: message, number }) => (
        <FilledMessage
          key={`history ${number}`}
          message={message}
          filled={{ kind: 'text', pieces: [{ text: messageText(message), variable: null }] }}
          note={say('conversationMessage')}
        />
      ))}
    </ol>
  )
}

interface FilledMessageProps {
  readonly message: Message
  readonly filled: FilledText
  readonly note?: string
}

function FilledMessage({ message, filled, note }: FilledMessageProps) {
  const say = useText('drawer')
  const causeWords = useCauseWords()
  const sayPrompt = useText('promptEditor')
  const text = filled.kind === 'text' ? filled.pieces.map((piece) => piece.text).join('') : ''
  return (
    <li className={css.message} data-role={message.role}>
      <div className={css.head}>
        <RoleWord role={message.role} word={sayPrompt(message.role)} />
        {note !== undefined && <span className={css.note}>{note}</span>}
        <span className={box.grow} />
        <CopyButton text={text} />
      </div>
      {filled.kind === 'missing' && <p className={css.problem}>{say('missing', { names: filled.names.join(', ') })}</p>}
      {filled.kind === 'problem' && (
        <p className={css.problem}>{say('renderProblem', { message: causeWords(toldOfProblem(filled.problem)) })}</p>
      )}
      {filled.kind === 'text' && (
        <div className={css.text} dir="auto" data-part="rendered">
          {numbered(filled.pieces).map(({ item: piece, number }) =>
            piece.variable === null ? (
              <KeptTogether key={number} text={piece.text} />
            ) : (
              <mark key={number} title={piece.variable}>
                <KeptTogether text={piece.text} />
              </mark>
            ),
          )}
        </div>
      )}
      {message.toolCalls?.map((call) => (
        <p key={call.id} className={css.call} dir="ltr">
          {call.function.name}({call.function.arguments})
        </p>
      ))}
      <div className={css.parts}>
        <AttachmentList content={message.content} />
      </div>
    </li>
  )
}
