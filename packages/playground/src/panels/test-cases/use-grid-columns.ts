import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { ColumnType } from '../../state/column-setting.ts'
import { EXPECTED } from '../../state/expected-column.ts'
import { outputColumn } from '../../state/output-column.ts'
import { useMode } from '../frame/use-mode.ts'
import { type GridColumn, foldedColumns, gridTracks, valueWidth } from './column-widths.ts'

/** Values of this many rows decide how wide a column is. */
const LOOKED_AT = 20

/** Room for a small picture, or for what is wrong with a text, and what is said of it. */
const WIDE = 164
const isWide = (type: ColumnType): boolean => type === 'image' || type === 'file' || type === 'json'

export interface GridColumns {
  readonly columns: readonly GridColumn[]
  readonly template: string
  readonly least: number
}

/** What the grid shows of a row, and how wide. */
export function useGridColumns(isFolded: boolean): GridColumns {
  const { state } = usePlayground()
  const mode = useMode(state)
  const variables = useAtomValue(state.rows.columnsAtom)
  const hasExpected = useAtomValue(state.checks.hasExpectedAtom)
  const variantIds = useAtomValue(state.prompt.variants.idsAtom)
  const shown = useAtomValue(useMemo(() => atom((get) => get(state.view.drawerAtom)?.variantId ?? null), [state]))
  const widths = useAtomValue(
    useMemo(() => {
      const widthsAtom = atom((get) => {
        const rows = get(state.rows.idsAtom)
          .slice(0, LOOKED_AT)
          .map((id) => get(state.rows.rowAtom(id)))
        return get(state.rows.columnsAtom)
          .map(({ id, type }) => (isWide(type) ? WIDE : valueWidth(id, Math.max(0, ...rows.map((row) => row?.data[id]?.length ?? 0)))))
          .join(' ')
      })
      return widthsAtom
    }, [state]),
  )
  return useMemo(() => {
    const all: readonly GridColumn[] = [
      { id: '#', kind: 'number' },
      ...variables.map(({ id, type }): GridColumn => ({ id, kind: 'value', type })),
      ...(mode === 'chat' ? [{ id: '#history', kind: 'history' } as const] : []),
      ...(hasExpected ? [{ id: EXPECTED, kind: 'value' } as const] : []),
      ...variantIds.map((variantId): GridColumn => ({ id: outputColumn(variantId), kind: 'output', variantId })),
    ]
    const byName = new Map(variables.map(({ id }, at) => [id, Number(widths.split(' ')[at])]))
    const columns = isFolded ? foldedColumns(all, shown) : all
    return { columns, ...gridTracks(columns, (id) => byName.get(id) ?? 164, isFolded) }
  }, [variables, widths, mode, isFolded, hasExpected, variantIds, shown])
}
