import { atom, useAtomValue } from 'jotai'
import { ClipboardPaste, File, FlaskConical } from 'lucide-react'
import { useMemo, useState } from 'react'
import { RichText } from '../../messages/rich-text.tsx'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModel } from '../../queries/use-models.ts'
import { EMPTY_SNAPSHOT } from '../../state/snapshot.ts'
import { Icon } from '../../ui/icon.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { VariableChip } from '../../ui/variable-chip.tsx'
import { messageText } from '../../state/message-text.ts'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import css from './first-visit.module.css'
import { useRowActions } from './use-row-actions.ts'
import { latePart } from '../../ui/late-part.tsx'

const PasteDialog = latePart(async () => (await import('./paste-dialog.tsx')).PasteDialog)

/** With more cases than this the grid needs the room. */
const FEW = 8

/** Nothing was changed and nothing ran, or there is nothing: room to say what this is. */
export function useIsFirstVisit(): boolean {
  const { state } = usePlayground()
  const hasChanged = useAtomValue(state.undo.canUndoAtom)
  const hasRun = useAtomValue(useMemo(() => atom((get) => get(state.execution.progressAtom) !== null), [state]))
  const cases = useAtomValue(state.rows.idsAtom).length
  const isEmpty = useIsEmpty()
  return cases <= FEW && (isEmpty || (!hasChanged && !hasRun))
}

const useIsEmpty = (): boolean => {
  const { messages } = useAtomValue(usePlayground().state.prompt.draftAtom)
  return messages.every((message) => messageText(message).trim() === '')
}

/** What this is, and the next step in one click. */
export function FirstVisit() {
  const say = useText('frame')
  const sayKeys = useText('keys')
  const { state, example } = usePlayground()
  const isEmpty = useIsEmpty()
  const actions = useRowActions()
  const offerUndo = useUndoToast()
  const [isPasting, setPasting] = useState(false)
  const { llmConfig } = useAtomValue(state.prompt.draftAtom)
  const isDemo = useModel(llmConfig.model)?.price?.source === 'demo'
  const variable = <VariableChip name="{{variable}}" />
  const clear = () => {
    state.load(EMPTY_SNAPSHOT)
    offerUndo(say('cleared'))
  }
  return (
    <section className={css.room}>
      <div className={css.words}>
        <h2>{say(isEmpty ? 'nothingTitle' : 'exampleTitle')}</h2>
        <p>
          <RichText area="frame" text={isEmpty ? 'writePrompt' : 'exampleText'} values={{ example: variable }} />{' '}
          {isDemo && say('exampleDemo')}
        </p>
      </div>
      <ul className={css.steps}>
        {isEmpty && example !== null && (
          <Step icon={FlaskConical} title={say('loadExample')} more={say('loadExampleMore')} onClick={() => state.load(example)} />
        )}
        <Step icon={ClipboardPaste} title={say('pasteYours')} more={say('pasteYoursMore')} onClick={() => setPasting(true)} />
        {!isEmpty && <Step icon={File} title={say('startFromNothing')} more={say('startFromNothingMore')} onClick={clear} />}
      </ul>
      <p className={css.keys}>
        {(
          [
            ['$mod+Enter', 'runShort'],
            ['Enter', 'editShort'],
            ['?', 'allShort'],
          ] as const
        ).map(([keys, word]) => (
          <span key={word}>
            <KeyHint keys={keys} /> {sayKeys(word)}
          </span>
        ))}
      </p>
      {isPasting && <PasteDialog open onOpenChange={setPasting} actions={actions} />}
    </section>
  )
}

interface StepProps {
  readonly icon: typeof File
  readonly title: string
  readonly more: string
  readonly onClick: () => void
}

function Step({ icon, title, more, onClick }: StepProps) {
  return (
    <li>
      <button type="button" className={css.step} onClick={onClick}>
        <Icon of={icon} />
        <span>
          <b>{title}</b>
          <span>{more}</span>
        </span>
      </button>
    </li>
  )
}
