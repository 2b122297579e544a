import { loadFormat } from '@vitrine/templating'
import { useStore } from 'jotai'
import type { Current, Placement } from '../../../exchange/mapping/place.ts'
import { place } from '../../../exchange/mapping/place.ts'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import type { LoadableRow } from '../../../state/row.ts'
import { useUndoToast } from '../../frame/use-undo-toast.ts'
import type { ImportDraft } from './import-draft.ts'
import { importedOf } from './imported-of.ts'

export interface PlacedImport {
  /** Null while something is not said yet. */
  readonly placement: Placement<LoadableRow> | null
  /** Rows that come in. */
  readonly added: number
  readonly apply: () => Promise<void>
}

/** What the import would make of the playground as it is now, and the one step that makes it. */
export function usePlacement({ recognition, mapping, how }: ImportDraft): PlacedImport {
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
  const placed = () => {
    if (recognition?.ok !== true || mapping === null) return null
    const chosen = recognition.rows.length === 0 ? 'append' : how
    return chosen === null ? null : place(current(), recognition, mapping, chosen)
  }
  const placement = placed()
  const addedIn = (made: Placement<LoadableRow> | null) => made?.rows.filter((row) => !('id' in row)).length ?? 0
  return {
    placement,
    added: addedIn(placement),
    async apply() {
      // With the syntax at hand the columns are known at once, so what was imported is the last change for as long as nobody makes another.
      if (placement?.prompt) await loadFormat(placement.prompt.templateFormat)
      const made = placed()
      if (made === null) return
      state.applyImport(importedOf(made, store.get(state.prompt.draftAtom).llmConfig))
      const count = addedIn(made)
      offerUndo(count === 0 ? say('donePrompt') : say('done', { count }))
    },
  }
}
