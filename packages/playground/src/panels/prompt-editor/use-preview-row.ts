import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import type { PlaygroundState } from '../../state/playground-state.ts'
import type { LoadableRow } from '../../state/row.ts'

export interface PreviewRow {
  readonly row: LoadableRow
  /** From 1. */
  readonly number: number
}

/** The case that a prompt is shown for: the one asked for, else the one the cursor is in, else the first. */
export function usePreviewRow(state: PlaygroundState): PreviewRow | null {
  return useAtomValue(
    useMemo(
      () =>
        atom((get): PreviewRow | null => {
          const ids = get(state.rows.idsAtom)
          const wanted = get(state.view.previewRowIdAtom) ?? get(state.view.cursorAtom)?.rowId ?? ids[0]
          const index = Math.max(0, wanted === undefined ? 0 : ids.indexOf(wanted))
          const id = ids[index]
          const row = id === undefined ? null : get(state.rows.rowAtom(id))
          return row && { row, number: index + 1 }
        }),
      [state],
    ),
  )
}
