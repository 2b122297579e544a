import { useAtomValue, useStore } from 'jotai'
import { MessagesSquare } from 'lucide-react'
import { conversation as texts } from '../../messages/en/conversation.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Button } from '../../ui/button.tsx'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { answerMessages } from './answer-messages.ts'
import { remember, withEntry } from './chat-session.ts'
import css from './continue-as-chat.module.css'
import { withAnswer } from './history-edit.ts'
import { sentSettings } from './sent-settings.ts'

/** Under an answer in completion mode: goes on with it as a conversation. Nothing of the prompt, the values or the results is lost. */
export function ContinueAsChat({ at }: { readonly at: OutputRef }) {
  useLateTexts('conversation', texts)
  const say = useText('conversation')
  const { state } = usePlayground()
  const store = useStore()
  const offerUndo = useUndoToast()
  const { rows, execution } = state
  const isStale = useAtomValue(execution.cellStateAtom(at)) === 'stale'
  const cell = useAtomValue(execution.cellAtom(at))
  const answer = answerMessages(cell)
  const last = answer.at(-1)
  if (last === undefined || isStale) return null
  const go = () => {
    const history = withAnswer(store.get(rows.rowAtom(at.rowId))?.history ?? [], answer)
    const turn = history.at(-1)?.id ?? ''
    rows.setHistory(at.rowId, history, 'chat')
    remember(state, at.rowId, (memory) => ({
      ...memory,
      versions: withEntry(memory.versions, turn, [{ message: last, settings: sentSettings(cell) }]),
      chosen: at.variantId,
    }))
    offerUndo(say('continued', { number: store.get(rows.idsAtom).indexOf(at.rowId) + 1 }))
  }
  return (
    <div className={css.line}>
      <Button size={24} icon={MessagesSquare} data-testid="continue-as-chat" onClick={go}>
        {say('continueAsChat')}
      </Button>
      <span className={css.note}>{say('continueAsChatMore')}</span>
    </div>
  )
}
