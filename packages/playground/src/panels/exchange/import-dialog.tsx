import { exchangeImport } from '../../messages/en/exchange-import.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ImportForm } from './import/import-form.tsx'

export interface ImportDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** What was dropped on the playground; others begin anew. */
  readonly dropped?: readonly File[] | File | null
}

/** Brings cases and prompts in from a file or a paste: what it is, what becomes of it, where it goes. Until the last button nothing changes. */
export function ImportDialog({ open, onOpenChange, dropped = null }: ImportDialogProps) {
  useLateTexts('exchangeImport', exchangeImport)
  const say = useText('exchangeImport')
  const sayFrame = useText('frame')
  const files = dropped === null ? [] : dropped instanceof File ? [dropped] : dropped
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say('title')} closeLabel={sayFrame('close')} wide data-testid="import-dialog">
      {open && (
        <ImportForm
          key={files.map(({ name, size, lastModified }) => `${name} ${size} ${lastModified}`).join()}
          dropped={files}
          onDone={() => onOpenChange(false)}
        />
      )}
    </Dialog>
  )
}
