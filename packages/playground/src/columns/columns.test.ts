import { describe, expect, it } from 'vitest'
import { createPlaygroundState } from '../state/create-state.ts'
import { EXPECTED } from '../state/expected-column.ts'
import { messageText } from '../state/message-text.ts'
import type { PlaygroundSnapshot } from '../state/snapshot.ts'
import { exportSourceOf } from '../panels/exchange/export-source-of.ts'
import { clearColumn, deleteColumn, forgetColumnOrder, hideColumn, moveColumn, showColumns } from './column-actions.ts'
import { fillPlace, filledCells, filledRange } from './fill-down.ts'
import { columnRename } from './rename-column.ts'

const START: PlaygroundSnapshot = {
  v: 1,
  mode: 'completion',
  prompt: {
    messages: [{ role: 'user', content: '{{a}} and {{b}}' }],
    llmConfig: { model: 'm', responseFormat: { type: 'json_schema', jsonSchema: { name: 'x', schema: { title: '{{a}}' } } } },
    templateFormat: 'curly',
  },
  variants: [{ messages: [{ role: 'user', content: [{ type: 'text', text: 'Only {{a}}' }] }], llmConfig: { model: 'n' } }],
  columns: [{ name: 'a', type: 'number' }],
  rows: [{ data: { a: '1', b: 'x', note: 'n' } }, { data: { a: '2' }, expected: 'e' }, { data: { b: 'z' } }],
}

function setUp(initial = START) {
  let last = 0
  const ids = () => {
    last += 1
    return `id${last}`
  }
  const state = createPlaygroundState({ clock: () => 0, ids, initial })
  const { store, rows, prompt } = state
  const rowIds = store.get(rows.idsAtom)
  return {
    state,
    rowIds,
    values: (column: string) => rowIds.map((id) => store.get(rows.rowAtom(id))?.data[column] ?? ''),
    drawn: () => store.get(rows.columnsAtom).map(({ id, type }) => `${id} ${type}`),
    texts: () => store.get(prompt.variants.listAtom).flatMap(({ messages }) => messages.map(messageText)),
    rename: (from: string, to: string, inPrompts = true) => {
      const { fault, refused, change } = columnRename(state, from, to, inPrompts)
      if (fault === null) rows.changeColumns(change)
      return { fault, refused }
    },
  }
}

describe('renaming a column', () => {
  it('renames it in the prompts of all variants, in the response format, in the rows and in what is said of it, as one step', () => {
    const { state, rename, texts, values, drawn } = setUp()
    const before = state.snapshot()
    expect(rename('a', 'first')).toEqual({ fault: null, refused: [] })
    expect(texts()).toEqual(['{{first}} and {{b}}', 'Only {{first}}'])
    expect(values('first')).toEqual(['1', '2', ''])
    expect(drawn()).toEqual(['first number', 'b text'])
    expect(state.snapshot().prompt.llmConfig.responseFormat).toMatchObject({ jsonSchema: { schema: { title: '{{first}}' } } })
    state.undo.undo()
    expect(state.snapshot()).toEqual(before)
  })
  it('moves the values alone where the prompts are left', () => {
    const { rename, texts, values } = setUp()
    rename('a', 'first', false)
    expect([texts()[1], values('first'), values('a')]).toEqual(['Only {{a}}', ['1', '2', ''], ['', '', '']])
  })
  it('gives values that nobody reads to a variable that has none', () => {
    const { state, rename, values } = setUp({ ...START, rows: [{ data: { Ticket: 't' } }] })
    state.prompt.patch({ messages: [{ id: 'm', role: 'user', content: '{{ticket}}' }] })
    expect(rename('Ticket', 'ticket')).toMatchObject({ fault: null })
    expect(values('ticket')).toEqual(['t'])
  })
  it('refuses a name that is empty, the same, taken or unreadable', () => {
    const { rename } = setUp()
    expect(['', ' a ', 'b', 'note', 'a.b'].map((to) => rename('a', to).fault)).toEqual(['empty', 'same', 'taken', 'taken', 'unwritable'])
  })
  it('tells which message it cannot rewrite, and keeps its values under both names', () => {
    const { state, rename, texts, values } = setUp()
    const [first] = state.store.get(state.prompt.draftAtom).messages
    state.prompt.editMessage(first?.id ?? '', { content: '{{$.a}} {{b}}' })
    expect(rename('a', 'first').refused).toEqual([{ variant: 0, message: 1, fault: 'expression' }])
    expect([texts(), values('a'), values('first')]).toEqual([
      ['{{$.a}} {{b}}', 'Only {{first}}'],
      ['1', '2', ''],
      ['1', '2', ''],
    ])
  })
})

describe('filling a column down', () => {
  it('goes from the cursor’s row into those below, and of selected rows from the first into the others', () => {
    const { state, rowIds, values } = setUp()
    const [first = '', second = '', third = ''] = rowIds
    state.store.set(state.view.cursorAtom, { rowId: second, column: 'a' })
    expect(fillPlace(state, 'a')).toEqual({ column: 'a', from: second, into: [third] })
    state.store.set(state.view.selectedRowIdsAtom, new Set([third, first]))
    const place = fillPlace(state, 'a')
    if (place === null) throw new Error('there are rows below')
    expect(place).toEqual({ column: 'a', from: first, into: [third] })
    state.rows.setCells(filledCells(state, place))
    expect(values('a')).toEqual(['1', '2', '1'])
  })
  it('has nothing to do in the last row', () => {
    const { state, rowIds } = setUp()
    state.store.set(state.view.cursorAtom, { rowId: rowIds[2] ?? '', column: 'a' })
    expect(fillPlace(state, 'a')).toBeNull()
  })
  it('fills only rows in sight', () => {
    const { state, rowIds } = setUp()
    state.store.set(state.view.filterAtom, { status: 'all', text: '2' })
    expect(fillPlace(state, 'a')).toBeNull()
    state.store.set(state.view.filterAtom, { status: 'all', text: '/x|z/' })
    expect(fillPlace(state, 'a')).toEqual({ column: 'a', from: rowIds[0], into: [rowIds[2]] })
  })
  it('fills a range, what is expected included', () => {
    const { state, rowIds, values } = setUp()
    state.rows.setCells(filledRange(state, rowIds.slice(0, 2), ['a', 'b', EXPECTED]))
    expect([values('a'), values('b')]).toEqual([
      ['1', '1', ''],
      ['x', 'x', 'z'],
    ])
    expect(state.snapshot().rows[1]?.expected).toBeUndefined()
  })
})

describe('a column', () => {
  it('is hidden and shown, whether a prompt reads it or not', () => {
    const { state, drawn } = setUp()
    showColumns(state, ['note'])
    hideColumn(state, 'a')
    expect(drawn()).toEqual(['b text', 'note text'])
    hideColumn(state, 'note')
    showColumns(state, ['a'])
    expect(drawn()).toEqual(['a number', 'b text'])
  })
  it('is cleared, and deleted with what was said of it', () => {
    const { state, values } = setUp()
    clearColumn(state, 'b')
    expect(values('b')).toEqual(['', '', ''])
    showColumns(state, ['note'])
    deleteColumn(state, 'note')
    expect([values('note'), state.snapshot().columns]).toEqual([['', '', ''], [{ name: 'a', type: 'number' }]])
    state.undo.undo()
    expect(values('note')).toEqual(['n', '', ''])
  })
})

describe('the order of columns', () => {
  const names = (drawn: readonly string[]) => drawn.map((one) => one.split(' ')[0])
  it('is what somebody makes of it, a step to undo and to redo, and goes back to that of use', () => {
    const { state, drawn } = setUp()
    expect([moveColumn(state, 'b', 0), names(drawn())]).toEqual([true, ['b', 'a']])
    expect(state.store.get(state.view.movedAtom)).toEqual({ kind: 'column', name: 'b', place: 1, total: 2 })
    state.undo.undo()
    expect(names(drawn())).toEqual(['a', 'b'])
    state.undo.redo()
    expect(drawn()).toEqual(['b text', 'a number'])
    forgetColumnOrder(state)
    expect(drawn()).toEqual(['a number', 'b text'])
    expect(state.snapshot().columns).toEqual(START.columns)
    state.undo.undo()
    expect(names(drawn())).toEqual(['b', 'a'])
  })
  it('leaves no step where nothing moves', () => {
    const { state } = setUp()
    expect([moveColumn(state, 'a', 0), moveColumn(state, 'b', 9), moveColumn(state, 'none', 0)]).toEqual([false, false, false])
    expect(state.store.get(state.undo.canUndoAtom)).toBe(false)
  })
  it('goes on with a new name, and puts what a prompt begins to read last', () => {
    const { state, drawn, rename } = setUp()
    moveColumn(state, 'b', 0)
    rename('b', 'second')
    expect(names(drawn())).toEqual(['second', 'a'])
    state.prompt.addMessage({ role: 'user', content: '{{new}}' }, 0)
    expect(names(drawn())).toEqual(['second', 'a', 'new'])
  })
  it('is in the snapshot, and there again in a playground that is made of it', () => {
    const { state } = setUp()
    moveColumn(state, 'b', 0)
    const { columns } = state.snapshot()
    expect(columns).toContainEqual({ name: 'b', place: 0 })
    expect(columns).toContainEqual({ name: 'a', type: 'number', place: 1 })
    expect(names(setUp(state.snapshot()).drawn())).toEqual(['b', 'a'])
  })
  it('takes what is pasted and gives out what is exported as it is shown', () => {
    const { state, values } = setUp()
    moveColumn(state, 'b', 0)
    state.rows.paste({ rowId: null, column: null }, [['into b', 'into a']])
    expect(exportSourceOf(state, null).columns).toEqual(['b', 'a'])
    const last = state.snapshot().rows.at(-1)
    expect([last?.data['b'], last?.data['a'], values('b').length]).toEqual(['into b', 'into a', 3])
  })
})
