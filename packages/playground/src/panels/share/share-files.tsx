import { useMutation } from '@tanstack/react-query'
import { FileJson, FileText } from 'lucide-react'
import { type ExportId, exportAs } from '../../exchange/export/registry.ts'
import { useText } from '../../messages/use-text.ts'
import { useTexts } from '../../messages/use-texts.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { exportSourceOf } from '../exchange/export-source-of.ts'
import { saveFile } from '../exchange/save-file.ts'
import { useGiven } from '../journal/use-given.ts'
import css from './share.module.css'

const FILES = [
  { id: 'snapshot', icon: FileJson, more: 'snapshotMore' },
  { id: 'report', icon: FileText, more: 'reportMore' },
] as const satisfies readonly { readonly id: ExportId; readonly icon: object; readonly more: string }[]

/** What goes where no link goes. */
export function ShareFiles() {
  const say = useText('sharing')
  const texts = useTexts()
  const { show } = useToast()
  const given = useGiven()
  const { state } = usePlayground()
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (id: ExportId) => {
      const file = await exportAs(id, exportSourceOf(state, null), texts)
      saveFile(file)
      given()
      return file
    },
    onSuccess: ({ fileName }) => show(say('saved', { name: fileName }), { name: 'saved' }),
  })
  return (
    <section className={css.part}>
      <h3>{say('files')}</h3>
      {FILES.map(({ id, icon, more }) => (
        <div key={id} className={css.file}>
          <Button icon={icon} disabled={isPending} data-testid={`share-${id}`} onClick={() => mutate(id)}>
            {say(id)}
          </Button>
          <p className={css.small}>{say(more)}</p>
        </div>
      ))}
      {error !== null && <Notice tone="danger" code="share-file" title={say('saveFailed', { message: error.message })} />}
    </section>
  )
}
