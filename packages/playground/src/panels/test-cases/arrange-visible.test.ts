import { describe, expect, it } from 'vitest'
import { createPlaygroundState } from '../../state/create-state.ts'
import { movedInto } from '../moving/moved-into.ts'
import { arrangeVisible } from './arrange-visible.ts'

function setUp() {
  let last = 0
  const ids = () => `id${(last += 1)}`
  const rows = ['a', 'b', 'c', 'd'].map((value) => ({ data: { value } }))
  const prompt = {
    messages: [{ role: 'user' as const, content: '{{value}}' }],
    llmConfig: { model: 'm' },
    templateFormat: 'curly' as const,
  }
  const state = createPlaygroundState({ clock: () => 0, ids, initial: { v: 1, mode: 'completion', prompt, rows } })
  const { store } = state
  return {
    state,
    order: () => store.get(state.rows.idsAtom),
    told: () => store.get(state.view.movedAtom),
    canUndo: () => store.get(state.undo.canUndoAtom),
  }
}

describe('cases in sight in another order', () => {
  it('are one step to undo, and say where the first of those moved stands', () => {
    const { state, order, told } = setUp()
    const before = order()
    const [a = '', b = '', c = '', d = ''] = before
    arrangeVisible(state, movedInto(before, new Set([c, d]), 1), [c, d])
    expect(order()).toEqual([a, c, d, b])
    expect(told()).toEqual({ kind: 'cases', count: 2, place: 2, total: 4 })
    state.undo.undo()
    expect(order()).toEqual(before)
  })
  it('leave the hidden ones in their places, and count places among what is seen', () => {
    const { state, order, told } = setUp()
    const [a = '', b = '', c = '', d = ''] = order()
    arrangeVisible(state, [d, b], [d])
    expect(order()).toEqual([a, d, c, b])
    expect(told()).toEqual({ kind: 'cases', count: 1, place: 1, total: 2 })
  })
  it('say nothing and leave no step where nothing moved', () => {
    const { state, order, told, canUndo } = setUp()
    arrangeVisible(state, order(), order())
    arrangeVisible(state, [], ['gone'])
    expect([told(), canUndo()]).toEqual([null, false])
  })
})
