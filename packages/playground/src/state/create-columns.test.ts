import { describe, expect, it } from 'vitest'
import { createPlaygroundState } from './create-state.ts'
import { EXPECTED, cellsOf } from './expected-column.ts'
import { withValue } from './row-values.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

const START: PlaygroundSnapshot = {
  v: 1,
  mode: 'completion',
  prompt: { messages: [{ role: 'user', content: '{{a}} {{b}}' }], llmConfig: { model: 'm' }, templateFormat: 'curly' },
  rows: [{ data: { a: '1', b: 'x', note: 'n1' } }, { data: { a: '2', b: 'y' }, expected: 'e2' }, { data: { a: '3' } }],
}

function setUp() {
  let last = 0
  const ids = () => {
    last += 1
    return `id${last}`
  }
  const state = createPlaygroundState({ clock: () => 0, ids, initial: START })
  const { store, rows } = state
  const rowIds = store.get(rows.idsAtom)
  return {
    state,
    rows,
    undo: () => state.undo.undo(),
    idAt: (at: number) => rowIds[at] ?? '',
    values: (column: string) => rowIds.map((id) => store.get(rows.rowAtom(id))?.data[column] ?? ''),
    drawn: () => store.get(rows.columnsAtom).map(({ id }) => id),
    hidden: () => store.get(rows.hiddenColumnsAtom).map(({ id }) => id),
  }
}

describe('columns that are drawn', () => {
  it('are those that the prompt reads; the others wait to be shown', () => {
    const { drawn, hidden } = setUp()
    expect([drawn(), hidden()]).toEqual([['a', 'b'], ['note']])
  })
  it('leave by hiding and come by showing, each a step to undo', () => {
    const { rows, drawn, hidden, undo } = setUp()
    rows.setColumn({ name: 'a', isHidden: true })
    rows.setColumn({ name: 'note', isShown: true })
    expect([drawn(), hidden()]).toEqual([['b', 'note'], ['a']])
    undo()
    undo()
    expect([drawn(), hidden()]).toEqual([['a', 'b'], ['note']])
  })
  it('take what is pasted, and a hidden one keeps what it holds', () => {
    const { rows, values, idAt } = setUp()
    rows.setColumn({ name: 'a', isHidden: true })
    rows.paste({ rowId: idAt(0), column: null }, [['new']])
    expect([values('a')[0], values('b')[0]]).toEqual(['1', 'new'])
  })
})

describe('many cells at once', () => {
  it('change in one step, the expected answer among them', () => {
    const { state, rows, values, idAt, undo } = setUp()
    rows.setCells([
      [idAt(0), 'a', '9'],
      [idAt(0), EXPECTED, 'e1'],
      [idAt(2), 'b', 'z'],
      ['gone', 'a', 'nobody'],
    ])
    expect([values('a'), values('b')]).toEqual([
      ['9', '2', '3'],
      ['x', 'y', 'z'],
    ])
    expect(state.store.get(rows.rowAtom(idAt(0)))?.expected).toBe('e1')
    undo()
    expect([values('a'), values('b')]).toEqual([
      ['1', '2', '3'],
      ['x', 'y', ''],
    ])
  })
  it('make no step where nothing changes', () => {
    const { state, rows, idAt } = setUp()
    rows.setCells([[idAt(0), 'a', '1']])
    expect(state.store.get(state.undo.canUndoAtom)).toBe(false)
  })
  it('are filled in the rows in sight, where only some are', () => {
    const { rows, values, idAt } = setUp()
    rows.paste({ rowId: idAt(0), column: 'a', rowIds: [idAt(0), idAt(2)] }, [['p'], ['q']])
    expect(values('a')).toEqual(['p', '2', 'q'])
  })
})

describe('a column changed as a whole', () => {
  it('is one step for prompts, settings and cells', () => {
    const { state, rows, values, drawn, undo } = setUp()
    const [variant] = state.store.get(state.prompt.variants.listAtom)
    if (!variant) throw new Error('there is one')
    rows.changeColumns({
      settings: [{ name: 'c', type: 'number' }],
      variants: [{ ...variant, messages: [{ id: 'm', role: 'user', content: '{{c}} {{b}}' }] }],
      cells: (row) => withValue(withValue(cellsOf(row), 'c', row.data['a'] ?? ''), 'a', ''),
    })
    expect([drawn(), values('c'), values('a')]).toEqual([
      ['c', 'b'],
      ['1', '2', '3'],
      ['', '', ''],
    ])
    undo()
    expect([drawn(), values('a')]).toEqual([
      ['a', 'b'],
      ['1', '2', '3'],
    ])
  })
})

describe('the type of a column', () => {
  it('makes results stale that were produced under another, and hiding does not', () => {
    const { state, rows, idAt } = setUp()
    const ref = { rowId: idAt(0), variantId: state.store.get(state.prompt.variants.activeIdAtom) }
    const draft = () => state.store.get(state.prompt.draftAtom)
    const shown = () => state.store.get(state.execution.cellStateAtom(ref))
    const provenance = { promptHash: '', settingsHash: '', inputsHash: '' }
    state.execution.setCell(ref, (cell) => ({ ...cell, state: 'done', provenance }))
    expect(shown()).toBe('stale')
    const before = draft()
    rows.setColumn({ name: 'a', isHidden: true })
    expect(draft()).toBe(before)
    rows.setColumn({ name: 'a', type: 'number' })
    expect(draft().columnTypes).toEqual([{ name: 'a', type: 'number' }])
  })
})
