import { useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { withColumnParts } from '../../../attachments/with-column-parts.ts'
import { inputsOf } from '../../../execution/inputs-of.ts'
import { mediaColumns } from '../../../execution/row-body.ts'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { messageText } from '../../../state/message-text.ts'
import box from '../drawer.module.css'
import { FailureNotice } from '../failure-notice.tsx'
import type { TabProps } from '../output/output-tab.tsx'
import { filledText } from './filled-text.ts'
import { FilledMessages } from './filled-messages.tsx'
import { askedBasis, isExactly, type PromptBasis, sentMessages } from './sent-messages.ts'
import { SentAs } from './sent-as.tsx'
import { SettingsReportView } from './settings-report.tsx'

/** The messages as this case makes them, the values marked, and what became of them on the way to the provider. */
export function PromptTab({ rowId, shown }: TabProps) {
  const say = useText('drawer')
  const { prompt, rows } = usePlayground().state
  const draft = useAtomValue(prompt.draftOf(shown.at.variantId))
  const variables = useAtomValue(prompt.variablesOf(shown.at.variantId))
  const row = useAtomValue(rows.rowAtom(rowId))
  const { cell, state, changes } = shown
  const basis = useMemo((): PromptBasis | null => {
    const asked = askedBasis(cell)
    if (asked !== null || row === null) return asked
    const history = draft.mode === 'chat' ? row.history : []
    const parts = withColumnParts(draft, mediaColumns(draft), row)
    const messages = parts.ok ? parts.messages : draft.messages
    return { format: draft.templateFormat, messages, inputs: inputsOf({ prompt: draft, row, variables }), history }
  }, [cell, row, draft, variables])
  const filled = useMemo(
    () => basis?.messages.map((message) => ({ message, text: filledText(basis.format, messageText(message), basis.inputs) })) ?? [],
    [basis],
  )
  const sent = useMemo(() => sentMessages(cell), [cell])
  if (basis === null) return null
  const rendered = [
    ...filled.map(({ message, text }) => ({
      role: message.role,
      text: text.kind === 'text' ? text.pieces.map((piece) => piece.text).join('') : '',
    })),
    ...basis.history.map((message) => ({ role: message.role, text: messageText(message) })),
  ]
  const isSent = cell.request !== null
  return (
    <div className={box.pane}>
      {state === 'failed' && <FailureNotice at={shown.at} cell={cell} />}
      <p className={box.muted}>
        {say(isSent ? 'promptThen' : 'promptNow')} {changes.length > 0 && say('promptSince')}
      </p>
      <FilledMessages filled={filled} history={basis.history} />
      {isSent && <SentAs sent={sent} isExact={sent !== null && isExactly(sent, rendered)} />}
      {isSent && <SettingsReportView report={cell.settings} />}
    </div>
  )
}
