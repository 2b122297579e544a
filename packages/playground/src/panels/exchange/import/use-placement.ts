import { loadFormat } from '@vitrine/templating'
import { useStore } from 'jotai'
import { type Current, type PlacementOutline, outlineOf } from '../../../exchange/mapping/place.ts'
import { refusal } from '../../../exchange/reader/refusal.ts'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import type { LoadableRow } from '../../../state/row.ts'
import { useUndoToast } from '../../frame/use-undo-toast.ts'
import { importedOf } from './imported-of.ts'
import type { ImportControl } from './use-import-draft.ts'

export type Outline = PlacementOutline<LoadableRow>

export interface PlacedImport {
  /** Null while something is not said yet. */
  readonly outline: Outline | null
  /** True where it was done. Else it was stopped, or what was read is gone, and the dialog says so. */
  readonly apply: (onProgress: (share: number) => void) => Promise<boolean>
}

/** What the import would make of the playground as it is now, and the one step that makes it. */
export function usePlacement({ draft, reader, refuse }: ImportControl): PlacedImport {
  const { recognition, mapping, how } = draft
  const say = useText('exchangeImport')
  const { state } = usePlayground()
  const store = useStore()
  const offerUndo = useUndoToast()
  const current = (): Current<LoadableRow> => ({
    columns: [...store.get(state.rows.columnsAtom), ...store.get(state.rows.hiddenColumnsAtom)].map(({ id }) => id),
    rows: store
      .get(state.rows.idsAtom)
      .map((id) => store.get(state.rows.rowAtom(id)))
      .filter((row) => row !== null),
    checks: store.get(state.prompt.draftAtom).checks ?? [],
  })
  const outlined = (): Outline | null => {
    if (recognition?.ok !== true || mapping === null) return null
    const chosen = recognition.rowCount === 0 ? 'append' : how
    return chosen === null ? null : outlineOf(current(), recognition, mapping, chosen)
  }
  const outline = outlined()
  return {
    outline,
    async apply(onProgress) {
      if (outline === null || mapping === null) return false
      // With the syntax at hand the columns are known at once, so what was imported is the last change for as long as nobody makes another.
      if (outline.prompt) await loadFormat(outline.prompt.templateFormat)
      const read = await reader.rows(mapping.columns, outline.added, onProgress)
      if (read.kind === 'stopped') return false
      // The last portion was one piece of work, putting everything in its place is another.
      await new Promise((resolve) => void setTimeout(resolve, 0))
      // What is there may have changed meanwhile: a host may write too.
      const made = outlined()
      if (read.kind !== 'rows' || made === null) {
        refuse(refusal('reading-broke', {}))
        return false
      }
      const { kept, added, ...rest } = made
      const rows = read.rows.slice(0, added)
      state.applyImport(importedOf({ ...rest, rows: [...kept, ...rows] }, store.get(state.prompt.draftAtom).llmConfig))
      offerUndo(rows.length === 0 ? say('donePrompt') : say('done', { count: rows.length }))
      return true
    },
  }
}
