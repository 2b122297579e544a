import { useStore } from 'jotai'
import { useMemo, useRef } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { movedTogether } from '../../state/list-edit.ts'
import { EXPECTED } from '../../state/expected-column.ts'
import type { PastePlace } from '../../state/rows-state.ts'
import { arrangeVisible } from './arrange-visible.ts'
import { namedRows, pastePlan } from './paste-plan.ts'
import { useUndoToast } from '../frame/use-undo-toast.ts'

/** What can be done with whole cases. Each is one step to undo; deleting says so. */
export function useRowActions() {
  const say = useText('cases')
  const { state, run } = usePlayground()
  const store = useStore()
  const offerUndo = useUndoToast()
  /** Where a range of selected rows begins. */
  const selectedLast = useRef<string | null>(null)
  return useMemo(() => {
    const { rows, view } = state
    const ids = () => store.get(rows.idsAtom)
    return {
      run: (rowId: string) => run([rowId]),
      add: () => rows.add([{}])[0],
      insert: (rowId: string, below: boolean) => rows.add([{}], ids().indexOf(rowId) + (below ? 1 : 0))[0],
      duplicate: (rowIds: readonly string[]) => rows.duplicate(rowIds),
      /** Past its neighbours among the cases in sight; several as one step. */
      move(rowIds: readonly string[], by: 1 | -1) {
        const visible = store.get(view.visibleRowIdsAtom)
        arrangeVisible(state, movedTogether(visible, new Set(rowIds), by), rowIds)
      },
      /** Those in sight in another order, of which some were moved. */
      arrange: (visible: readonly string[], moved: readonly string[]) => arrangeVisible(state, visible, moved),
      /** Kept and not run; where all of them are that already, run again. */
      disable(rowIds: readonly string[]) {
        const isSo = rowIds.every((id) => store.get(rows.rowAtom(id))?.isDisabled === true)
        rows.disable(rowIds, !isSo)
      },
      remove(rowIds: readonly string[]) {
        rows.remove(rowIds)
        offerUndo(say('removed', { count: rowIds.length }))
      },
      /** Fills cells from a place on, growing rows; without a place, adds rows. */
      paste(from: Pick<PastePlace, 'rowId' | 'column' | 'rowIds'>, table: readonly (readonly string[])[]) {
        if (table.length === 0) return
        const hasExpected = store.get(state.checks.hasExpectedAtom)
        const visible = store.get(rows.columnsAtom).map(({ id }) => id)
        const hidden = store.get(rows.hiddenColumnsAtom).map(({ id }) => id)
        const plan = pastePlan(table, { visible, hidden, hasExpected, column: from.column, isOwnCases: from.rowId === null })
        if (plan.kind === 'keep') {
          rows.add(namedRows(table, plan.names))
          offerUndo(say('pastedNew', { count: table.length, names: plan.names.join(', ') }))
          return
        }
        rows.paste({ ...from, hasExpected }, table)
        const pasted = say('pasted', { count: plan.cases })
        offerUndo(plan.leftOut === 0 ? pasted : `${pasted} ${say('leftOut', { count: plan.leftOut })}`)
      },
      /** Where what is expected of a case is written. */
      expect(rowId: string) {
        state.checks.showExpected()
        store.set(view.cursorAtom, { rowId, column: EXPECTED })
        store.set(view.editingAtom, { rowId, column: EXPECTED })
      },
      toggle(rowId: string) {
        selectedLast.current = rowId
        const selected = new Set(store.get(view.selectedRowIdsAtom))
        if (!selected.delete(rowId)) selected.add(rowId)
        store.set(view.selectedRowIdsAtom, selected)
      },
      selectUpTo(rowId: string) {
        const visible = store.get(view.visibleRowIdsAtom)
        const ends = [visible.indexOf(selectedLast.current ?? rowId), visible.indexOf(rowId)].toSorted((left, right) => left - right)
        const [first = 0, last = 0] = ends
        store.set(view.selectedRowIdsAtom, new Set([...store.get(view.selectedRowIdsAtom), ...visible.slice(Math.max(0, first), last + 1)]))
      },
      toggleAll() {
        const visible = store.get(view.visibleRowIdsAtom)
        const selected = store.get(view.selectedRowIdsAtom)
        store.set(view.selectedRowIdsAtom, visible.every((id) => selected.has(id)) ? new Set<string>() : new Set(visible))
      },
    }
  }, [state, store, run, say, offerUndo])
}
export type RowActions = ReturnType<typeof useRowActions>
