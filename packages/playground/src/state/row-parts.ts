import { rowValues } from './row-values.ts'
import type { LoadableRow } from './row.ts'

/** What a row can be made of; what is left out there is none of. */
export type RowParts = Partial<Omit<LoadableRow, 'id'>>

/** What a row says beside its values. */
export type RowAnnotations = Pick<LoadableRow, 'expected' | 'checks' | 'metadata' | 'isDisabled'>

export function rowOf(id: string, { data = {}, history = [], ...annotations }: RowParts): LoadableRow {
  return { id, data: rowValues(Object.entries(data)), history, ...annotationsOf(annotations) }
}

/** The annotations without those that say nothing, so that a row that never had one and a row that lost it are the same. */
export function annotationsOf({ expected = '', checks = [], metadata = {}, isDisabled }: RowAnnotations): RowAnnotations {
  const said = rowValues(Object.entries(metadata))
  return {
    ...(expected === '' ? {} : { expected }),
    ...(checks.length === 0 ? {} : { checks }),
    ...(Object.keys(said).length === 0 ? {} : { metadata: said }),
    ...(isDisabled && { isDisabled }),
  }
}

/** The row itself where the text is expected already. */
export function withExpected(row: LoadableRow, expected: string): LoadableRow {
  if ((row.expected ?? '') === expected) return row
  const { expected: _before, ...rest } = row
  return expected === '' ? rest : { ...rest, expected }
}

/** The row itself where it is so already. */
export function withDisabled(row: LoadableRow, isDisabled: boolean): LoadableRow {
  if ((row.isDisabled ?? false) === isDisabled) return row
  const { isDisabled: _before, ...rest } = row
  return isDisabled ? { ...rest, isDisabled } : rest
}
