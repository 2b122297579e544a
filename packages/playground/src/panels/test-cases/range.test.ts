import { describe, expect, it } from 'vitest'
import type { GridColumn } from './column-widths.ts'
import { rangeOf } from './range.ts'

const columns: readonly GridColumn[] = [
  { id: '#', kind: 'number' },
  { id: 'a', kind: 'value' },
  { id: 'b', kind: 'value' },
]
const ids = ['r1', 'r2', 'r3']

describe('rangeOf', () => {
  it('spans two cells, whichever came first', () => {
    const range = { rowFrom: 0, rowTo: 2, columnFrom: 1, columnTo: 2 }
    expect(rangeOf({ rowId: 'r1', column: 'b' }, { rowId: 'r3', column: 'a' }, ids, columns)).toEqual(range)
    expect(rangeOf({ rowId: 'r3', column: 'a' }, { rowId: 'r1', column: 'b' }, ids, columns)).toEqual(range)
  })
  it('is none with one cell or with one that is not shown', () => {
    expect(rangeOf(null, { rowId: 'r1', column: 'a' }, ids, columns)).toBeNull()
    expect(rangeOf({ rowId: 'gone', column: 'a' }, { rowId: 'r1', column: 'a' }, ids, columns)).toBeNull()
    expect(rangeOf({ rowId: 'r1', column: 'gone' }, { rowId: 'r1', column: 'a' }, ids, columns)).toBeNull()
  })
})
