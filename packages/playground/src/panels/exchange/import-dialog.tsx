import { exchangeImport } from '../../messages/en/exchange-import.ts'
import { importProblems } from '../../messages/en/import-problems.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ImportForm } from './import/import-form.tsx'

export interface ImportDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** What was dropped on the playground; others begin anew. */
  readonly dropped?: readonly File[]
}

const NONE: readonly File[] = []

/** Brings cases and prompts in from a file or a paste: what it is, what becomes of it, where it goes. Until the last button nothing changes. */
export function ImportDialog({ open, onOpenChange, dropped = NONE }: ImportDialogProps) {
  useLateTexts('exchangeImport', exchangeImport)
  useLateTexts('importProblems', importProblems)
  const say = useText('exchangeImport')
  const sayFrame = useText('frame')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say('title')} closeLabel={sayFrame('close')} wide data-testid="import-dialog">
      {open && (
        <ImportForm
          key={dropped.map(({ name, size, lastModified }) => `${name} ${size} ${lastModified}`).join()}
          dropped={dropped}
          onDone={() => onOpenChange(false)}
        />
      )}
    </Dialog>
  )
}
