import { useMemo } from 'react'
import { countData } from '../../attachments/fold-data.ts'
import type { ExportFile } from '../../exchange/export/export-file.ts'
import type { Loss } from '../../exchange/export/loss.ts'
import { useTexts } from '../../messages/use-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { translate } from '../../messages/create-texts.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import css from './export-dialog.module.css'

/** What a file would be: its name and size, its first lines, and what it cannot hold. */
export function ExportPreview({ file }: { readonly file: ExportFile }) {
  const say = useText('exporting')
  const formats = useFormats()
  const pieces = file.pieces ?? [file.text]
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const size = formats.integer(Math.max(1, Math.round(length / 1000)))
  const attachments = useMemo(() => (file.pieces ?? [file.text]).reduce((sum, piece) => sum + countData(piece), 0), [file])
  return (
    <>
      <p className={css.name}>
        <bdi>{file.fileName}</bdi> <span>{say('size', { size })}</span>
      </p>
      <pre className={css.lines} tabIndex={0} role="region" aria-label={say(file.pieces === undefined ? 'preview' : 'outline')} dir="ltr">
        {file.previewLines.join('\n')}
      </pre>
      {attachments > 0 && <p className={css.small}>{say('attachments', { count: attachments })}</p>}
      {file.companions.length > 0 && (
        <p className={css.small}>{say('companions', { names: file.companions.map(({ fileName }) => fileName).join(', ') })}</p>
      )}
      <section aria-label={say('losses')} className={css.losses}>
        <h3>{say('losses')}</h3>
        {file.losses.length === 0 ? (
          <p className={css.small}>{say('nothingLost')}</p>
        ) : (
          <ul>
            {file.losses.map((loss) => (
              <LossLine key={JSON.stringify(loss)} loss={loss} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

/** Every code of a loss has its text; their values are checked where the codes are made. */
function LossLine({ loss }: { readonly loss: Loss }) {
  const texts = useTexts()
  return <li>{translate(texts, 'exporting', `lossOf-${loss.code}`, loss.values)}</li>
}
