import { createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import type { Change } from './change.ts'
import { createUndo } from './create-undo.ts'
import { createDocument } from './document.ts'
import type { PromptDocument } from './prompt.ts'
import { createRowEntry } from './row-entry.ts'
import { rowValues } from './row-values.ts'
import { createTransact } from './transaction.ts'

const PROMPT: PromptDocument = {
  sessionId: 's',
  mode: 'completion',
  templateFormat: 'curly',
  checks: [],
  columns: [],
  variants: [{ id: 'v', messages: [], llmConfig: { model: '0' } }],
}

function setUp() {
  const store = createStore()
  let now = 0
  const document = createDocument(store, createTransact(store), PROMPT, () => now)
  const undo = createUndo(store, document, () => now)
  const model = () => store.get(document.promptAtom).variants[0]?.llmConfig.model
  const toModel = (next: string): Change => {
    const before = store.get(document.promptAtom)
    return {
      label: 'settings',
      prompt: { before, after: { ...before, variants: [{ id: 'v', messages: [], llmConfig: { model: next } }] } },
    }
  }
  return { store, document, undo, model, toModel, wait: (ms: number) => void (now += ms) }
}

describe('undo steps', () => {
  it('join while the same thing is typed without a pause', () => {
    const { undo, model, toModel, wait } = setUp()
    for (const next of ['1', '2', '3']) {
      undo.commit(toModel(next), 'same')
      wait(900)
    }
    wait(200)
    undo.commit(toModel('4'), 'same')
    undo.undo()
    expect(model()).toBe('3')
    undo.undo()
    expect(model()).toBe('0')
  })

  it('do not join with what was done before an undo', () => {
    const { undo, model, toModel } = setUp()
    undo.commit(toModel('1'), 'same')
    undo.commit(toModel('2'), 'other')
    undo.undo()
    undo.commit(toModel('3'), 'same')
    undo.undo()
    expect(model()).toBe('1')
  })

  it('do not join with what was done again', () => {
    const { undo, model, toModel } = setUp()
    undo.commit(toModel('1'), 'same')
    undo.undo()
    undo.redo()
    undo.commit(toModel('2'), 'same')
    undo.undo()
    expect(model()).toBe('1')
  })

  it('are forgotten when there are very many', () => {
    const { store, undo, model, toModel } = setUp()
    for (let step = 1; step <= 350; step++) undo.commit(toModel(String(step)))
    let count = 0
    for (; store.get(undo.canUndoAtom); count++) undo.undo()
    expect(count).toBe(300)
    expect(model()).toBe('50')
  })

  it('do nothing where there is nothing to do', () => {
    const { store, undo, model } = setUp()
    undo.undo()
    undo.redo()
    expect(model()).toBe('0')
    expect(store.get(undo.lastLabelAtom)).toBeNull()
  })
})

const row = (id: string, data: Record<string, string>) => createRowEntry({ id, data: rowValues(Object.entries(data)), history: [] })

describe('a document', () => {
  it('knows which columns hold values, and in how many rows', () => {
    const { store, document } = setUp()
    const [one, two] = [row('1', { a: 'x' }), row('2', { a: 'y', b: 'z' })]
    const come: Change = {
      label: 'case-add',
      ids: { before: [], after: ['1', '2'] },
      rows: [one, two].map((entry) => ({ entry, before: null, after: entry.row })),
    }
    document.apply(come, 'forwards')
    expect(store.get(document.valueColumnsAtom)).toEqual(['a', 'b'])
    expect([...store.get(document.filledAtom)]).toEqual([
      ['a', 2],
      ['b', 1],
    ])
    document.apply({ label: 'case-delete', rows: [{ entry: two, before: two.row, after: null }] }, 'forwards')
    expect(store.get(document.valueColumnsAtom)).toEqual(['a'])
    document.apply({ label: 'case-delete', rows: [{ entry: two, before: two.row, after: null }] }, 'backwards')
    expect(store.get(document.valueColumnsAtom)).toEqual(['a', 'b'])
  })

  it('holds no row that is gone', () => {
    const { store, document } = setUp()
    const entry = row('1', {})
    document.apply({ label: 'case-add', rows: [{ entry, before: null, after: entry.row }] }, 'forwards')
    expect(document.entries.size).toBe(1)
    document.apply({ label: 'case-delete', rows: [{ entry, before: entry.row, after: null }] }, 'forwards')
    expect(document.entries.size).toBe(0)
    expect(store.get(entry.rowAtom)).toBeNull()
  })

  it('tells of a change once, whatever it touches', () => {
    const { store, document } = setUp()
    const entries = Array.from({ length: 50 }, (_entry, index) => row(String(index), { a: 'x' }))
    let told = 0
    store.sub(document.revisionAtom, () => told++)
    const ids = { before: [], after: entries.map(({ id }) => id) }
    document.apply({ label: 'case-add', ids, rows: entries.map((entry) => ({ entry, before: null, after: entry.row })) }, 'forwards')
    expect(told).toBe(1)
  })
})
