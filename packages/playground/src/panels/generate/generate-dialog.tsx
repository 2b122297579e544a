import { useAtomValue } from 'jotai'
import { MAX_PLACED_ROWS } from '../../exchange/import/limits.ts'
import { takenOf } from '../../generate/preview.ts'
import { generate as texts } from '../../messages/en/generate.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { AskForm } from './ask-form.tsx'
import { AskPart } from './ask-part.tsx'
import css from './generate.module.css'
import { PreviewTable } from './preview-table.tsx'
import { useGenerate } from './use-generate.ts'
import { useGenerateForm } from './use-generate-form.ts'

export interface GenerateDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Has a model write cases, shows them, and adds those that stay ticked. What came is kept while the dialog is closed. */
export function GenerateDialog({ open, onOpenChange }: GenerateDialogProps) {
  useLateTexts('generate', texts)
  const say = useText('generate')
  const sayFrame = useText('frame')
  const formats = useFormats()
  const { state } = usePlayground()
  const offerUndo = useUndoToast()
  const cases = useAtomValue(state.rows.idsAtom).length
  const form = useGenerateForm()
  const control = useGenerate(form)
  const { preview } = control
  const taken = preview === null ? 0 : takenOf(preview).length
  const isFull = cases + taken > MAX_PLACED_ROWS
  const change = (next: boolean) => {
    if (!next) control.stop()
    onOpenChange(next)
  }
  const add = () => {
    const count = control.add()
    change(false)
    offerUndo(say('added', { count }))
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={say('title')}
      closeLabel={sayFrame('close')}
      wide
      data-testid="generate-dialog"
      actions={
        <>
          <Button kind="quiet" onClick={() => change(false)}>
            {sayFrame('cancel')}
          </Button>
          <AskPart form={form} control={control} />
          {preview !== null && (
            <Button
              kind="primary"
              data-testid="add-generated"
              disabledReason={
                taken === 0 ? say('addNone') : isFull ? say('tooMany', { most: formats.integer(MAX_PLACED_ROWS) }) : undefined
              }
              onClick={add}
            >
              {say('add', { count: taken })}
            </Button>
          )}
        </>
      }
    >
      <div className={css.body}>
        <AskForm form={form} phase={control.phase} />
        {preview !== null && <PreviewTable preview={preview} twins={control.twins} onChange={control.change} />}
      </div>
    </Dialog>
  )
}
