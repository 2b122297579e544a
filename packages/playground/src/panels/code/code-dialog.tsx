import { useAtomValue } from 'jotai'
import { code } from '../../messages/en/code.ts'
import { drawer } from '../../messages/en/drawer.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { LoadableRow } from '../../state/row.ts'
import { NO_VALUES } from '../../state/row-values.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { usePreviewRow } from '../prompt-editor/use-preview-row.ts'
import css from './code.module.css'
import { SnippetView } from './snippet-view.tsx'

const NO_CASE: LoadableRow = { id: '', data: NO_VALUES, history: [] }

export interface CodeDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The prompt as it is now, with the case in view, as a program. */
export function CodeDialog({ open, onOpenChange }: CodeDialogProps) {
  useLateTexts('code', code)
  useLateTexts('drawer', drawer)
  const say = useText('code')
  const { state } = usePlayground()
  const shown = usePreviewRow(state)
  const { variables } = useAtomValue(state.prompt.draftAtom)
  const row = shown?.row ?? NO_CASE
  const missing = variables.filter((name) => !Object.hasOwn(row.data, name))
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={onOpenChange}
      title={shown === null ? say('titleAlone') : say('title', { number: shown.number })}
      closeLabel={say('close')}
      data-testid="code-dialog"
    >
      {open && (
        <div className={css.inDialog}>
          <SnippetView of={{ row, run: null, missing }} />
        </div>
      )}
    </Dialog>
  )
}
