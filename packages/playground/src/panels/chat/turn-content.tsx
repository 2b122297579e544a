import type { ToolCall } from '@vitrine/contracts'
import { Plus } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { messageText, otherParts } from '../../state/message-text.ts'
import type { EnhancedMessage } from '../../state/prompt.ts'
import { Button } from '../../ui/button.tsx'
import prose from '../../ui/prose.module.css'
import { ToolCallCard } from '../drawer/output/tool-call-card.tsx'
import css from './turn.module.css'

export interface TurnContentProps {
  readonly message: EnhancedMessage
  /** Its calls that nothing answers, though something else was said after them. */
  readonly openCalls: readonly ToolCall[]
  readonly onAddResult: (call: ToolCall) => void
}

/** A turn to read: its words, what it calls, and which calls nobody answered. */
export function TurnContent({ message, openCalls, onAddResult }: TurnContentProps) {
  const say = useText('chat')
  const sayMore = useText('conversation')
  const { toolCalls = [], refusal = '', thinking, native, role } = message
  const text = messageText(message)
  const isEmpty = text === '' && refusal === '' && otherParts(message).length === 0 && toolCalls.length === 0
  return (
    <>
      {(text !== '' || isEmpty) && (
        <div className={role === 'tool' ? css.result : prose.prose} dir="auto">
          {isEmpty ? <span className={css.note}>{say('emptyText')}</span> : text}
        </div>
      )}
      {refusal !== '' && (
        <div className={prose.prose} dir="auto">
          {refusal}
        </div>
      )}
      {toolCalls.map((call) => (
        <ToolCallCard key={call.id} call={call} />
      ))}
      {openCalls.map((call) => (
        <div key={call.id} className={css.line}>
          <span className={css.warning}>{sayMore('openCall', { name: call.function.name })}</span>
          <Button size={24} icon={Plus} onClick={() => onAddResult(call)}>
            {sayMore('addResult', { name: call.function.name })}
          </Button>
        </div>
      ))}
      {(thinking !== undefined || native !== undefined) && <p className={css.note}>{say('keptThoughts')}</p>}
    </>
  )
}
