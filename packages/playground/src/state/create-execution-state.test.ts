import { describe, expect, it } from 'vitest'
import { type Cell, type CellState, EMPTY_CELL } from './cell.ts'
import { toExecutionStatus } from './cell-lifecycle.ts'
import { createPlaygroundState } from './create-state.ts'
import { toExecutionResult } from './execution-result.ts'
import { type OutputRef, outputKey } from './output-ref.ts'
import { provenanceOf } from './provenance.ts'

function setUp(rows: readonly Record<string, string>[] = [{ a: '1' }, { a: '2' }, {}], mode: 'completion' | 'chat' = 'completion') {
  let last = 0
  const state = createPlaygroundState({
    clock: () => 5,
    ids: () => `id-${++last}`,
    initial: {
      v: 1,
      mode,
      prompt: { messages: [{ role: 'user', content: '{{a}}' }], llmConfig: { model: 'm' }, templateFormat: 'curly' },
      rows: rows.map((data) => ({ data })),
    },
  })
  const { store, execution } = state
  const id = (index: number) => store.get(state.rows.idsAtom)[index] ?? ''
  return {
    state,
    id,
    put: (index: number, cell: Partial<Cell>) => execution.setCell(id(index), (before) => ({ ...before, ...cell })),
    /** As an adapter leaves a row that ran. */
    ran: (index: number, cell: Partial<Cell> = {}) => {
      const row = store.get(state.rows.rowAtom(id(index)))
      if (!row) throw new Error('There is such a row.')
      const draft = store.get(state.prompt.draftAtom)
      const request = { url: 'u', body: { inputs: { ...row.data } } }
      execution.setCell(id(index), (before) => ({ ...before, state: 'done', provenance: provenanceOf(draft, row), request, ...cell }))
    },
    shown: (index: number) => store.get(execution.cellStateAtom(id(index))),
    changes: (index: number) => store.get(execution.changesAtom(id(index))),
    /** By their rows: there is one variant. */
    targets: () => {
      const { runnable, failed, stale, missing } = store.get(execution.targetsAtom)
      const rowIds = (refs: readonly OutputRef[]) => refs.map(({ rowId }) => rowId)
      return { runnable: rowIds(runnable), failed: rowIds(failed), stale: rowIds(stale), missing: rowIds(missing) }
    },
  }
}

describe('what a cell shows', () => {
  it('is blocked where a value is missing and nothing ran', () => {
    const { state, shown, id, put } = setUp()
    expect([shown(0), shown(2)]).toEqual(['ready', 'blocked'])
    put(2, { state: 'failed' })
    expect(shown(2)).toBe('failed')
    put(2, EMPTY_CELL)
    state.rows.editValue(id(2), 'a', 'now')
    expect(shown(2)).toBe('ready')
  })

  it('is stale as long as what it came from is different, and only then', () => {
    const { state, shown, changes, ran, id } = setUp()
    ran(0)
    ran(1)
    expect(shown(0)).toBe('done')
    state.rows.editValue(id(0), 'a', 'other')
    expect([shown(0), shown(1)]).toEqual(['stale', 'done'])
    expect(changes(0)).toEqual(['a'])
    state.rows.editValue(id(0), 'a', '1')
    expect(shown(0)).toBe('done')
    state.prompt.patch({ llmConfig: { model: 'm', temperature: 0 } })
    expect([shown(0), shown(1)]).toEqual(['stale', 'stale'])
    expect(changes(1)).toEqual(['settings'])
    state.prompt.patch({ llmConfig: { model: 'm' }, messages: [{ id: 'new id, same words', role: 'user', content: '{{a}}' }] })
    expect(shown(0)).toBe('done')
    state.prompt.patch({ templateFormat: 'mustache' })
    expect(changes(0)).toEqual(['prompt'])
  })

  it('says how far a run is, step by step', () => {
    const { shown, put } = setUp()
    for (const state of ['queued', 'connecting', 'retrying', 'connecting', 'streaming', 'stopped', 'queued'] as const) {
      put(0, { state })
      expect(shown(0)).toBe(state)
    }
  })

  it('does not mind a column that nothing reads', () => {
    const { state, shown, ran, id } = setUp()
    ran(0)
    state.rows.editValue(id(0), 'notes', 'aside')
    expect(shown(0)).toBe('done')
  })

  it('is stale in a chat when the conversation goes on', () => {
    const { state, shown, changes, ran, id } = setUp([{ a: '1' }], 'chat')
    ran(0)
    state.rows.setHistory(id(0), [{ id: 'h', role: 'user', content: 'more' }])
    expect(shown(0)).toBe('stale')
    expect(changes(0)).toEqual(['history'])
  })

  it('calls nothing stale but a result', () => {
    const { state, shown, ran, id } = setUp()
    for (const cellState of ['failed', 'stopped', 'streaming'] as const) {
      ran(0, { state: cellState })
      state.rows.editValue(id(0), 'a', cellState)
      expect(shown(0)).toBe(cellState)
    }
  })

  it.each<[CellState, string]>([
    ['ready', 'idle'],
    ['blocked', 'idle'],
    ['stopped', 'idle'],
    ['queued', 'running'],
    ['connecting', 'running'],
    ['streaming', 'running'],
    ['retrying', 'running'],
    ['done', 'success'],
    ['stale', 'success'],
    ['failed', 'error'],
  ])('maps %s to %s outside', (state, status) => expect(toExecutionStatus(state)).toBe(status))

  it('gives results outside with nothing made up', () => {
    expect(toExecutionResult({ ...EMPTY_CELL, text: 'x' })).toEqual({
      output: 'x',
      traceId: '',
      spanId: '',
      metrics: { latency: null, tokens: null, cost: null },
    })
    const toolCalls = [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] as const
    expect(toExecutionResult({ ...EMPTY_CELL, toolCalls, failure: { code: 'internal', message: 'It broke.' } })).toMatchObject({
      output: toolCalls,
      error: 'It broke.',
    })
  })
})

describe('what Run would do', () => {
  it('sorts rows by what became of them and leaves out what cannot run', () => {
    const { targets, id, ran, state } = setUp([{ a: '1' }, { a: '2' }, {}, { a: '4' }, { a: '5' }])
    ran(0)
    ran(1, { state: 'failed' })
    ran(3, { state: 'stopped' })
    expect(targets()).toEqual({ runnable: [id(0), id(1), id(3), id(4)], failed: [id(1)], stale: [], missing: [id(3), id(4)] })
    state.rows.editValue(id(0), 'a', 'other')
    expect(targets().stale).toEqual([id(0)])
    state.rows.editValue(id(0), 'a', '')
    expect(targets().runnable).toEqual([id(1), id(3), id(4)])
    expect(targets().stale).toEqual([])
  })

  it('is not worked out again for tokens', () => {
    const { state, put, ran } = setUp()
    put(0, { state: 'streaming' })
    let recounts = 0
    const end = state.store.sub(state.execution.targetsAtom, () => recounts++)
    const before = state.store.get(state.execution.targetsAtom)
    for (const text of ['a', 'ab', 'abc']) put(0, { text })
    expect(state.store.get(state.execution.targetsAtom)).toBe(before)
    expect(recounts).toBe(0)
    ran(0)
    expect(recounts).toBe(1)
    end()
  })
})

describe('cells', () => {
  it('are written together: who watches is told once', () => {
    const { state, id } = setUp()
    let told = 0
    const end = state.store.sub(state.execution.targetsAtom, () => told++)
    const done: Cell = { ...EMPTY_CELL, state: 'done' }
    const variantId = state.store.get(state.prompt.variants.activeIdAtom)
    state.execution.setCells([id(0), id(1), 'gone'].map((rowId) => [{ rowId, variantId, repetition: 0 }, done]))
    expect(told).toBe(1)
    expect(state.execution.cellOf('gone')).toBe(EMPTY_CELL)
    end()
  })

  it('that need no count yet are counted with the next that do', () => {
    const { state, id, put, targets } = setUp()
    const done: Cell = { ...EMPTY_CELL, state: 'failed', failure: { code: 'x', message: 'x' } }
    const variantId = state.store.get(state.prompt.variants.activeIdAtom)
    const end = state.store.sub(state.execution.targetsAtom, () => undefined)
    state.execution.setCells([[{ rowId: id(0), variantId, repetition: 0 }, done]], undefined, false)
    expect(state.store.get(state.execution.cellStateAtom(id(0)))).toBe('failed')
    expect(targets().failed).toEqual([])
    put(1, { text: 'x' })
    expect(targets().failed).toEqual([id(0)])
    end()
  })

  it('say who looks at them', () => {
    const { state, id } = setUp()
    const end = state.store.sub(state.execution.cellStateAtom(id(1)), () => undefined)
    const variantId = state.store.get(state.prompt.variants.activeIdAtom)
    const watched = () => [0, 1, 2].map((index) => state.execution.isWatched(outputKey({ rowId: id(index), variantId })))
    expect(watched()).toEqual([false, true, false])
    end()
    expect(watched()).toEqual([false, false, false])
  })

  it('change one row, not the others', () => {
    const { state, id, put } = setUp()
    const changed: number[] = []
    const ends = [0, 1].map((index) => state.store.sub(state.execution.cellAtom(id(index)), () => changed.push(index)))
    put(1, { text: 'x' })
    expect(changed).toEqual([1])
    for (const end of ends) end()
  })
})

describe('what is visible', () => {
  it('is filtered by status and text, in the order of the rows', () => {
    const { state, id, ran } = setUp([{ a: 'Apple' }, { a: 'pear' }, { a: 'plum' }])
    const visible = (filter: { status: 'all' | 'failed' | 'stale'; text: string }) => {
      state.store.set(state.view.filterAtom, filter)
      return state.store.get(state.view.visibleRowIdsAtom)
    }
    ran(0, { state: 'failed', failure: { code: 'internal', message: 'Broken pipe' } })
    ran(1, { text: 'An apple a day' })
    expect(visible({ status: 'all', text: '' })).toBe(state.store.get(state.rows.idsAtom))
    expect(visible({ status: 'all', text: 'APPLE' })).toEqual([id(0), id(1)])
    expect(visible({ status: 'failed', text: '' })).toEqual([id(0)])
    expect(visible({ status: 'stale', text: '' })).toEqual([])
    state.prompt.patch({ templateFormat: 'mustache' })
    expect(visible({ status: 'stale', text: '' })).toEqual([id(1)])
    expect(visible({ status: 'failed', text: 'pipe' })).toEqual([id(0)])
  })
})

describe('ten thousand rows', () => {
  it('are pasted, edited and deleted as one change each', () => {
    const { state } = setUp([])
    const table = Array.from({ length: 10_000 }, (_row, index) => [`value ${index}`])
    let changes = 0
    const end = state.store.sub(state.rows.idsAtom, () => changes++)
    state.rows.paste({ rowId: null, column: null }, table)
    const ids = state.store.get(state.rows.idsAtom)
    expect(ids).toHaveLength(10_000)
    expect(state.store.get(state.execution.targetsAtom).runnable).toHaveLength(10_000)
    state.rows.remove(ids.slice(10))
    expect(state.store.get(state.rows.idsAtom)).toHaveLength(10)
    state.undo.undo()
    expect(state.store.get(state.rows.idsAtom)).toEqual(ids)
    expect(changes).toBe(3)
    end()
  })
})

describe('the conversation of a row', () => {
  it('is undone step by step', () => {
    const { state, id } = setUp([{ a: '1' }], 'chat')
    const turns = () => state.store.get(state.rows.rowAtom(id(0)))?.history.map(({ content }) => content)
    const first = { id: 'h1', role: 'user', content: 'one' } as const
    const second = { id: 'h2', role: 'assistant', content: 'two' } as const
    state.rows.setHistory(id(0), [first])
    for (const content of ['two', 'another']) state.rows.setHistory(id(0), [first, { ...second, content }])
    state.undo.undo()
    expect(turns()).toEqual(['one', 'two'])
    state.undo.undo()
    expect(turns()).toEqual(['one'])
  })
  it('begins together with chat mode, in one step', () => {
    const { state, id } = setUp([{ a: '1' }], 'completion')
    const now = () => ({
      mode: state.store.get(state.prompt.draftAtom).mode,
      turns: state.store.get(state.rows.rowAtom(id(0)))?.history.length,
    })
    state.rows.setHistory(id(0), [{ id: 'h', role: 'assistant', content: 'one' }], 'chat')
    expect(now()).toEqual({ mode: 'chat', turns: 1 })
    state.undo.undo()
    expect(now()).toEqual({ mode: 'completion', turns: 0 })
  })
})

describe('where ten thousand rows stand', () => {
  it('is worked out once for a wording, and told again only where it is another', () => {
    const { state } = setUp(Array.from({ length: 10_000 }, (_, index) => ({ a: String(index) })))
    const { store, execution, prompt } = state
    let told = 0
    const end = store.sub(execution.standingsAtom, () => told++)
    const before = store.get(execution.standingsAtom)
    const [message] = store.get(prompt.draftAtom).messages
    for (const text of ['{{a}} b', '{{a}} bc', '{{a}} bcd']) prompt.editMessage(message?.id ?? '', { content: text })
    expect(store.get(execution.standingsAtom)).toBe(before)
    expect(told).toBe(0)
    prompt.editMessage(message?.id ?? '', { content: '{{a}} {{c}}' })
    expect(told).toBe(1)
    expect(store.get(execution.targetsAtom).runnable).toEqual([])
    end()
  })
})
