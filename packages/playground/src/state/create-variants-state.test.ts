import { describe, expect, it } from 'vitest'
import { createPlaygroundState } from './create-state.ts'
import { MAX_VARIANTS } from './prompt.ts'

function setUp() {
  let last = 0
  const state = createPlaygroundState({
    clock: () => 0,
    ids: () => `id-${++last}`,
    initial: {
      v: 1,
      mode: 'completion',
      prompt: { messages: [{ role: 'user', content: '{{a}}' }], llmConfig: { model: 'one' }, templateFormat: 'curly' },
      rows: [{ data: { a: '1', b: '2' } }],
    },
  })
  const { store } = state
  const { variants } = state.prompt
  return {
    state,
    store,
    variants,
    ids: () => store.get(variants.idsAtom),
    active: () => store.get(variants.activeIdAtom),
    draft: () => store.get(state.prompt.draftAtom),
    columns: () => store.get(state.rows.columnsAtom).map(({ id }) => id),
    first: () => store.get(variants.idsAtom)[0] ?? '',
    typeInto: (text: string) => state.prompt.editMessage(store.get(state.prompt.draftAtom).messages[0]?.id ?? '', { content: text }),
  }
}

describe('variants', () => {
  it('are the same list while somebody types: the grid is drawn from it', () => {
    const { ids, typeInto, variants, first } = setUp()
    variants.clone(first())
    const before = ids()
    typeInto('{{a}}, again')
    expect(ids()).toBe(before)
  })

  it('begin as copies, and what is changed in one stays there', () => {
    const { state, variants, ids, active, first, draft, store, typeInto } = setUp()
    const copy = variants.clone(first())
    expect(ids()).toEqual([expect.any(String), copy])
    expect(active()).toBe(copy)
    typeInto('{{a}} and {{b}}')
    state.prompt.patch({ llmConfig: { model: 'two' } })
    expect(draft()).toMatchObject({ llmConfig: { model: 'two' }, variables: ['a', 'b'] })
    expect(store.get(state.prompt.draftOf(first()))).toMatchObject({ llmConfig: { model: 'one' }, variables: ['a'] })
  })

  it('share columns, mode, syntax and checks', () => {
    const { state, variants, first, columns, store, typeInto } = setUp()
    variants.clone(first())
    typeInto('{{b}}')
    expect(columns()).toEqual(['a', 'b'])
    state.prompt.patch({ mode: 'chat' })
    state.prompt.patch({ checks: [{ type: 'json' }] as never })
    expect(store.get(state.prompt.draftOf(first()))).toMatchObject({ mode: 'chat', checks: [{ type: 'json' }] })
  })

  it('say each for itself what a row lacks', () => {
    const { state, store, variants, ids, first, typeInto } = setUp()
    variants.clone(first())
    typeInto('{{c}}')
    const [rowId = ''] = store.get(state.rows.idsAtom)
    const missing = (variantId?: string) => store.get(state.rows.missingAtom(rowId, variantId))
    expect([missing(ids()[0]), missing(ids()[1]), missing()]).toEqual([[], ['c'], ['c']])
    expect(store.get(state.execution.standingsAtom).map(({ canRun }) => canRun)).toEqual([true, false])
  })

  it('are six at most', () => {
    const { variants, ids, first } = setUp()
    const made = Array.from({ length: 8 }, () => variants.clone(first()))
    expect(ids()).toHaveLength(MAX_VARIANTS)
    expect(made.slice(MAX_VARIANTS - 1)).toEqual([null, null, null])
  })

  it('go but for the last one, and come back with their results', () => {
    const { state, store, variants, ids, active, first } = setUp()
    const copy = variants.clone(first()) ?? ''
    const [rowId = ''] = store.get(state.rows.idsAtom)
    const at = { rowId, variantId: copy }
    state.execution.setCell(at, (cell) => ({ ...cell, state: 'done', text: 'kept' }))
    variants.remove(copy)
    expect([ids(), active()]).toEqual([[first()], first()])
    variants.remove(first())
    expect(ids()).toEqual([first()])
    state.undo.undo()
    expect(ids()).toEqual([first(), copy])
    expect(state.execution.cellOf(at).text).toBe('kept')
  })

  it('change places, and each step can be undone', () => {
    const { state, variants, ids, first } = setUp()
    const [a, b] = [first(), variants.clone(first()) ?? '']
    variants.move(b, 0)
    expect(ids()).toEqual([b, a])
    state.undo.undo()
    expect(ids()).toEqual([a, b])
    state.undo.undo()
    expect(ids()).toEqual([a])
  })

  it('come through a snapshot', () => {
    const { state, variants, first, typeInto, store } = setUp()
    variants.clone(first())
    typeInto('{{b}}')
    state.rows.setColumn({ name: 'a', type: 'json' })
    state.rows.disable(store.get(state.rows.idsAtom), true)
    const snapshot = state.snapshot()
    expect(snapshot).toMatchObject({
      variants: [{ messages: [{ role: 'user', content: '{{b}}' }] }],
      columns: [{ name: 'a', type: 'json' }],
      rows: [{ isDisabled: true }],
    })
    state.load(snapshot)
    expect(state.snapshot()).toEqual(snapshot)
  })
})

describe('a variant that another one does not touch', () => {
  it('keeps its prompt as the very same object', () => {
    const { state, store, variants, first, typeInto } = setUp()
    variants.clone(first())
    const draftAtom = state.prompt.draftOf(first())
    let told = 0
    const end = store.sub(draftAtom, () => told++)
    const before = store.get(draftAtom)
    typeInto('{{b}}')
    expect(store.get(draftAtom)).toBe(before)
    expect(told).toBe(0)
    end()
  })
})
