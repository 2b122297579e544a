import { describe, expect, it } from 'vitest'
import { createPlaygroundState } from './create-state.ts'
import type { ImportedRow } from './imported.ts'
import type { PlaygroundState } from './playground-state.ts'
import { rowValues } from './row-values.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

const SNAPSHOT: PlaygroundSnapshot = {
  v: 1,
  mode: 'completion',
  prompt: {
    messages: [{ role: 'user', content: 'Say {{text}}' }],
    llmConfig: { model: 'demo/echo', temperature: 0.2 },
    templateFormat: 'curly',
  },
  rows: [{ data: { text: 'one' }, expected: 'ONE', checks: [{ type: 'equals' }], metadata: { owner: 'ada' } }, { data: { text: 'two' } }],
}

function made(initial: PlaygroundSnapshot = SNAPSHOT): PlaygroundState {
  let last = 0
  return createPlaygroundState({ clock: () => 0, ids: () => `id-${++last}`, initial })
}
const idsOf = (state: PlaygroundState) => state.store.get(state.rows.idsAtom)
const rowsOf = (state: PlaygroundState) =>
  idsOf(state)
    .map((id) => state.store.get(state.rows.rowAtom(id)))
    .filter((row) => row !== null)
const draftOf = (state: PlaygroundState) => state.store.get(state.prompt.draftAtom)
const imported = (text: string, more: Partial<ImportedRow> = {}): ImportedRow => ({ data: { text }, history: [], ...more })

describe('what a row says beside its values', () => {
  it('comes with a snapshot and goes with one', () => {
    expect(made().snapshot()).toEqual({
      ...SNAPSHOT,
      rows: SNAPSHOT.rows.map(({ data, ...row }) => ({
        ...row,
        data: rowValues(Object.entries(data)),
        ...(row.metadata && { metadata: rowValues(Object.entries(row.metadata)) }),
      })),
    })
  })

  it('is read from a snapshot that has none of it', () => {
    const [, second] = rowsOf(made())
    expect(Object.keys(second ?? {})).toEqual(['id', 'data', 'history'])
  })

  it('holds metadata under any name', () => {
    const metadata: Record<string, string> = JSON.parse('{"__proto__":"p","constructor":"c"}')
    const [row] = rowsOf(made({ ...SNAPSHOT, rows: [{ data: {}, metadata }] }))
    expect(Object.entries(row?.metadata ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ])
  })

  it('is duplicated with the row, and stays when a value is edited', () => {
    const state = made()
    const [first = ''] = idsOf(state)
    state.rows.duplicate([first])
    state.rows.editValue(first, 'text', 'uno')
    for (const row of rowsOf(state).slice(0, 2)) expect(row).toMatchObject({ expected: 'ONE', checks: [{ type: 'equals' }] })
  })

  it('lets the expected answer be typed, as one step, and taken away', () => {
    const state = made()
    const second = idsOf(state)[1] ?? ''
    state.rows.editExpected(second, 'T')
    state.rows.editExpected(second, 'TWO')
    expect(rowsOf(state)[1]?.expected).toBe('TWO')
    expect(state.store.get(state.undo.lastLabelAtom)).toBe('expected-edit')
    state.undo.undo()
    expect(rowsOf(state)[1]).not.toHaveProperty('expected')
    expect(state.store.get(state.undo.canUndoAtom)).toBe(false)

    state.rows.editExpected(idsOf(state)[0] ?? '', '')
    expect(rowsOf(state)[0]).not.toHaveProperty('expected')
    expect(rowsOf(state)[0]?.metadata).toEqual(rowValues([['owner', 'ada']]))
  })

  it('makes no step of an expected answer that stays the same', () => {
    const state = made()
    const [first = '', second = ''] = idsOf(state)
    state.rows.editExpected(first, 'ONE')
    state.rows.editExpected(second, '')
    expect(state.store.get(state.undo.canUndoAtom)).toBe(false)
  })
})

describe('applying an import', () => {
  it('appends rows behind those that stay, which keep their identity and results', () => {
    const state = made()
    const before = idsOf(state)
    state.execution.setCell(before[0] ?? '', (cell) => ({ ...cell, state: 'done', text: 'ONE' }))
    state.applyImport({ rows: [...rowsOf(state), imported('three', { expected: 'THREE' })] })
    expect(idsOf(state).slice(0, 2)).toEqual(before)
    expect(rowsOf(state)[2]).toMatchObject({ data: rowValues([['text', 'three']]), expected: 'THREE' })
    expect(state.execution.cellOf(before[0] ?? '').text).toBe('ONE')
  })

  it('replaces rows, prompt and settings in one step, which one undo takes back', () => {
    const state = made()
    const before = state.snapshot()
    const ids = idsOf(state)
    state.execution.setCell(ids[1] ?? '', (cell) => ({ ...cell, state: 'done', text: 'TWO' }))
    state.applyImport({
      rows: [imported('new')],
      prompt: { mode: 'chat', messages: [{ role: 'system', content: 'Hi {name}' }], templateFormat: 'fstring' },
      settings: { model: 'demo/writer', seed: 7 },
    })
    expect(rowsOf(state).map(({ data }) => data)).toEqual([rowValues([['text', 'new']])])
    expect(draftOf(state)).toMatchObject({ mode: 'chat', templateFormat: 'fstring', variables: ['name'] })
    expect(draftOf(state).messages[0]?.id).toMatch(/^id-/)
    expect(draftOf(state).llmConfig).toEqual({ model: 'demo/writer', seed: 7 })
    expect(state.store.get(state.undo.lastLabelAtom)).toBe('import')

    state.undo.undo()
    expect(state.snapshot()).toEqual(before)
    expect(idsOf(state)).toEqual(ids)
    expect(state.execution.cellOf(ids[1] ?? '').text).toBe('TWO')
    expect(state.store.get(state.undo.canUndoAtom)).toBe(false)

    state.undo.redo()
    expect(rowsOf(state).map(({ data }) => data)).toEqual([rowValues([['text', 'new']])])
  })

  it('keeps the model where the settings name none', () => {
    const state = made()
    state.applyImport({ rows: rowsOf(state), settings: { topP: 0.5 } })
    expect(draftOf(state).llmConfig).toEqual({ model: 'demo/echo', topP: 0.5 })
  })

  it('takes checks of every row', () => {
    const state = made()
    state.applyImport({ rows: rowsOf(state), checks: [{ type: 'is-json' }] })
    expect(draftOf(state).checks).toEqual([{ type: 'is-json' }])
    state.undo.undo()
    expect(draftOf(state).checks ?? []).toEqual([])
  })

  it('leaves the prompt as it is where there is none', () => {
    const state = made()
    const { messages } = draftOf(state)
    state.applyImport({ rows: [imported('x')] })
    expect(draftOf(state).messages).toBe(messages)
  })

  it('gives the messages of a conversation identities of their own', () => {
    const state = made()
    const history = [{ role: 'user' as const, content: 'Hi' }]
    state.applyImport({ rows: [imported('', { history }), imported('', { history })] })
    const given = rowsOf(state).flatMap((row) => row.history.map(({ id }) => id))
    expect(new Set(given).size).toBe(2)
  })

  it('makes no step of nothing', () => {
    const state = made()
    state.applyImport({ rows: rowsOf(state) })
    expect(state.store.get(state.undo.canUndoAtom)).toBe(false)
  })
})
