import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useToast } from '../../ui/toast.tsx'
import { exportSourceOf } from '../exchange/export-source-of.ts'
import { saveFile } from '../exchange/save-file.ts'
import { useGiven } from '../journal/use-given.ts'

/** Keeps the work: as a file, or where the host keeps such things. */
export function useSave(): { readonly download: () => void; readonly save: () => void } {
  const say = useText('commands')
  const { state, bindings } = usePlayground()
  const { show } = useToast()
  const given = useGiven()
  /** What is done stands nowhere else, so it is said, and so is what failed. */
  const tell = async (act: () => Promise<string>) => {
    try {
      show(await act(), { name: 'save' })
    } catch (error) {
      show(say('saveFailed', { message: error instanceof Error ? error.message : String(error) }), { name: 'save', code: 'save' })
    }
  }
  const download = () =>
    void tell(async () => {
      const { exportAs } = await import('../../exchange/export/registry.ts')
      const file = await exportAs('snapshot', exportSourceOf(state, null))
      saveFile(file)
      given()
      return say('downloaded', { name: file.fileName })
    })
  const keep = bindings.save
  const save = () =>
    void tell(async () => {
      await keep?.(state.snapshot())
      given()
      return say('saved')
    })
  return { download, save: keep === undefined ? download : save }
}
