import { useAtomValue, useSetAtom } from 'jotai'
import { MessagesSquare } from 'lucide-react'
import { type Say, useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import css from './conversation-cell.module.css'
import { turnSummary, type TurnSummary } from './last-turn.ts'

/** What was said before in a case: how much, the last of it, and the way to the whole. */
export function ConversationCell({ rowId }: { readonly rowId: string }) {
  const say = useText('chat')
  const sayRole = useText('promptEditor')
  const { rows, view, prompt } = usePlayground().state
  const row = useAtomValue(rows.rowAtom(rowId))
  const number = useAtomValue(rows.idsAtom).indexOf(rowId) + 1
  const open = useSetAtom(view.drawerAtom)
  const variantId = useAtomValue(prompt.variants.activeIdAtom)
  const history = row?.history ?? []
  const last = history.at(-1)
  const summary = last && turnSummary(last)
  const words = summary === undefined ? '' : turnWords(summary, say)
  return (
    <div className={css.cell}>
      <span className={css.line}>
        <Icon of={MessagesSquare} size={12} />
        <span>{history.length === 0 ? say('noTurns') : say('turns', { count: history.length })}</span>
        <TextButton
          tabIndex={-1}
          aria-label={say('openConversation', { number })}
          onClick={() => open({ rowId, variantId, tab: 'output' })}
        >
          {say('open')}
        </TextButton>
      </span>
      {last && (
        <span className={css.last} dir="auto">
          {say('lastTurn', { role: sayRole(last.role), text: words })}
        </span>
      )}
    </div>
  )
}

function turnWords(summary: TurnSummary, say: Say<'chat'>): string {
  if (summary.kind === 'text') return summary.text
  if (summary.kind === 'calls') return say('calls', { names: summary.names.join(', ') })
  return summary.kind === 'attachments' ? say('attached', { count: summary.count }) : say('emptyText')
}
