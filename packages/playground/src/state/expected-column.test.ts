import { describe, expect, it } from 'vitest'
import { createPlaygroundState } from './create-state.ts'
import { cellsOf, cellText, EXPECTED, withCells } from './expected-column.ts'
import { rowValues } from './row-values.ts'
import type { LoadableRow } from './row.ts'

const row: LoadableRow = { id: 'r', data: rowValues([['a', '1']]), history: [], expected: 'wanted' }

describe('the cells of a row', () => {
  it('are its values and what is expected', () => {
    expect(Object.entries(cellsOf(row))).toEqual([
      ['a', '1'],
      [EXPECTED, 'wanted'],
    ])
    expect(cellText(row, EXPECTED)).toBe('wanted')
    expect(cellText(row, 'a')).toBe('1')
    expect(cellText(row, 'toString')).toBe('')
  })
  it('make the row again, and the same one where nothing differs', () => {
    expect(withCells(row, cellsOf(row))).toBe(row)
    const other = withCells(
      row,
      rowValues([
        ['a', '2'],
        ['b', '3'],
      ]),
    )
    expect(other).toEqual({ id: 'r', data: { a: '2', b: '3' }, history: [] })
    expect(withCells(row, rowValues([[EXPECTED, 'else']]))).toEqual({ id: 'r', data: {}, history: [], expected: 'else' })
  })
})

describe('pasting', () => {
  function pasted(column: string | null, table: readonly (readonly string[])[], hasExpected = true) {
    let last = 0
    const state = createPlaygroundState({
      clock: () => 0,
      ids: () => `id${++last}`,
      initial: {
        v: 1,
        mode: 'completion',
        prompt: { messages: [{ role: 'user', content: '{{a}}' }], llmConfig: { model: 'm' }, templateFormat: 'curly' },
        rows: [{ data: { a: '1' }, expected: 'one' }],
      },
    })
    const [rowId = ''] = state.store.get(state.rows.idsAtom)
    state.rows.paste({ rowId, column, hasExpected }, table)
    return { state, rows: () => state.snapshot().rows.map(({ data, expected }) => [data['a'] ?? '', expected ?? '']) }
  }
  it('goes on from the values into what is expected, in rows that are there and in new ones, as one step', () => {
    const { state, rows } = pasted('a', [
      ['x', 'ex'],
      ['y', 'why', 'beyond'],
    ])
    expect(rows()).toEqual([
      ['x', 'ex'],
      ['y', 'why'],
    ])
    state.undo.undo()
    expect(rows()).toEqual([['1', 'one']])
  })
  it('may begin there', () => {
    expect(pasted(EXPECTED, [['only']]).rows()).toEqual([['1', 'only']])
    expect(pasted(EXPECTED, [['']]).rows()).toEqual([['1', '']])
  })
  it('leaves what is expected alone where that has no column', () => {
    expect(pasted('a', [['x', 'ex']], false).rows()).toEqual([['x', 'one']])
  })
})
