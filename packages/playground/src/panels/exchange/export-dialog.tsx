import { useAtomValue } from 'jotai'
import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import type { ExportId } from '../../exchange/export/registry.ts'
import { exporting } from '../../messages/en/exporting.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useCopyText } from '../../ui/use-copy-text.ts'
import css from './export-dialog.module.css'
import { useGiven } from '../journal/use-given.ts'
import { ExportChoices } from './export-choices.tsx'
import { ExportPreview } from './export-preview.tsx'
import { saveFile } from './save-file.ts'
import { useExportFile } from './use-export-file.ts'

export interface ExportDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Takes results, work or cases out as a file of one kind or another, and says before what it cannot hold. */
export function ExportDialog({ open, onOpenChange }: ExportDialogProps) {
  useLateTexts('exporting', exporting)
  const say = useText('exporting')
  const sayFrame = useText('frame')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say('title')} closeLabel={sayFrame('close')} wide data-testid="export-dialog">
      {open && <ExportForm onDone={() => onOpenChange(false)} />}
    </Dialog>
  )
}

function ExportForm({ onDone }: { readonly onDone: () => void }) {
  const say = useText('exporting')
  const sayFrame = useText('frame')
  const { state } = usePlayground()
  const given = useGiven()
  const selected = useAtomValue(state.view.selectedRowIdsAtom)
  const count = useAtomValue(state.rows.idsAtom).length
  const [id, setId] = useState<ExportId>('results-csv')
  const [rows, setRows] = useState<'all' | 'selected'>(selected.size > 0 ? 'selected' : 'all')
  const [opening] = useState(() => state.clock())
  const { data: file, error, isFetching } = useExportFile(id, rows === 'selected' && selected.size > 0 ? selected : null, opening)
  const copy = useCopyText({ copied: say('copied'), failed: say('copyFailed') })
  const isReady = file !== undefined && !isFetching
  return (
    <div className={css.form}>
      <ExportChoices value={id} onChange={setId} />
      <div className={css.side}>
        {selected.size > 0 && (
          <Segmented
            label={say('rows')}
            value={rows}
            options={[
              { value: 'all', label: say('allRows', { count }) },
              { value: 'selected', label: say('selectedRows', { count: selected.size }) },
            ]}
            onChange={setRows}
          />
        )}
        {error !== null && (
          <Notice tone="danger" code="export" title={say('failed', { message: error instanceof Error ? error.message : String(error) })} />
        )}
        {isReady ? <ExportPreview file={file} /> : error === null && <p className={css.small}>{say('making')}</p>}
        <div className={css.actions}>
          <Button kind="quiet" onClick={onDone}>
            {sayFrame('cancel')}
          </Button>
          <Button icon={Copy} disabled={!isReady} onClick={() => file && copy(file.text)}>
            {say('copy')}
          </Button>
          <Button
            kind="primary"
            icon={Download}
            disabled={!isReady}
            onClick={() => {
              if (file === undefined) return
              for (const one of [file, ...file.companions]) saveFile(one)
              if (rows === 'all') given()
              onDone()
            }}
          >
            {say('save')}
          </Button>
        </div>
      </div>
    </div>
  )
}
