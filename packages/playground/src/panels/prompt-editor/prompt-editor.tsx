import { useAtomValue } from 'jotai'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { inputsOf } from '../../execution/inputs-of.ts'
import { mediaColumns } from '../../execution/row-body.ts'
import type { EnhancedPrompt } from '../../state/prompt.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { MessageCard } from './message-card.tsx'
import { messageText } from '../../state/message-text.ts'
import { MessagesFoot } from './messages-foot.tsx'
import css from './prompt-editor.module.css'
import { type RenderedText, renderedText } from './rendered-case.ts'
import { useMessageActions } from './use-message-actions.ts'
import { usePreviewRow } from './use-preview-row.ts'
import { createFactsAtom } from './variable-facts.ts'

/** Pictures and files by the names of their columns: they are parts of the message, and no text. */
const namedMedia = (draft: EnhancedPrompt) => Object.fromEntries([...mediaColumns(draft).keys()].map((name) => [name, `‹${name}›`]))

/** The messages of the prompt, each with its editor; or as one case makes them. */
export function PromptEditor() {
  const say = useText('promptEditor')
  const { state } = usePlayground()
  const draft = useAtomValue(state.prompt.draftAtom)
  const { messages, templateFormat } = draft
  const variables = useAtomValue(state.prompt.variablesAtom)
  const problems = useAtomValue(state.prompt.problemsAtom)
  const facts = useAtomValue(useMemo(() => createFactsAtom(state), [state]))
  const [view, setView] = useState<'template' | 'rendered'>('template')
  const preview = usePreviewRow(state)
  const actions = useMessageActions()
  const shown = view === 'rendered' ? preview : null
  const inputs = shown && { ...inputsOf({ prompt: draft, row: shown.row, variables }), ...namedMedia(draft) }
  const rendered = (text: string): RenderedText | null => inputs && renderedText(templateFormat, text, inputs)

  return (
    <section className={css.section} aria-label={say('messages')} data-part="messages">
      <div className={css.messages}>
        {messages.map((message, index) => (
          <MessageCard
            key={message.id}
            message={message}
            index={index}
            count={messages.length}
            facts={facts}
            problems={problems.filter(({ messageId }) => messageId === message.id)}
            rendered={rendered(messageText(message))}
            actions={actions}
          />
        ))}
        {messages.length === 0 && <p className={css.empty}>{say('noMessages')}</p>}
        <MessagesFoot view={shown === null ? 'template' : 'rendered'} onView={setView} caseNumber={preview?.number ?? null} facts={facts} />
      </div>
      <div className={css.add}>
        <Button kind="quiet" size={24} icon={Plus} data-testid="add-message" onClick={() => actions.insert(messages.length)}>
          {say('addMessage')}
        </Button>
        <Button kind="quiet" size={24} icon={Plus} onClick={() => actions.addPair()}>
          {say('addPair')}
        </Button>
      </div>
    </section>
  )
}
