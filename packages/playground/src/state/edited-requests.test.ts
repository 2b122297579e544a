import { createStore } from 'jotai'
import { describe, expect, it, vi } from 'vitest'
import { EMPTY_CELL } from './cell.ts'
import { createEditedRequests } from './edited-requests.ts'

function opened() {
  const store = createStore()
  const edited = createEditedRequests(store)
  return { edited, at: (rowId: string) => store.get(edited.allAtom).get(rowId) }
}

describe('createEditedRequests', () => {
  it('keeps a text for each row, and what came of it while it is edited on', () => {
    const { edited, at } = opened()
    edited.edit('a', '{}')
    edited.begin('a', EMPTY_CELL, vi.fn<() => void>())
    edited.edit('a', '{"n":1}')
    edited.edit('b', '[]')
    expect([at('a')?.text, at('a')?.cell, at('b')?.text, at('b')?.cell]).toEqual(['{"n":1}', EMPTY_CELL, '[]', null])
  })

  it('lets the request that was sent last change the answer, and stops the one before', () => {
    const { edited, at } = opened()
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()]
    edited.edit('a', '{}')
    edited.begin('a', EMPTY_CELL, first)
    edited.begin('a', EMPTY_CELL, second)
    expect(first).toHaveBeenCalledOnce()
    edited.change('a', first, (cell) => ({ ...cell, text: 'late' }))
    edited.change('a', second, (cell) => ({ ...cell, text: 'new' }))
    expect(at('a')?.cell?.text).toBe('new')
  })

  it('forgets a row that is left, and what still comes for it', () => {
    const { edited, at } = opened()
    const stop = vi.fn<() => void>()
    edited.edit('a', '{}')
    edited.begin('a', EMPTY_CELL, stop)
    edited.leave('a')
    edited.change('a', stop, (cell) => ({ ...cell, text: 'late' }))
    expect([stop.mock.calls.length, at('a')]).toEqual([1, undefined])
  })

  it('begins nothing for a row that nobody edits', () => {
    const { edited, at } = opened()
    edited.begin('a', EMPTY_CELL, vi.fn<() => void>())
    expect(at('a')).toBeUndefined()
  })

  it('stops everything when the mount goes', () => {
    const { edited } = opened()
    const stop = vi.fn<() => void>()
    edited.edit('a', '{}')
    edited.begin('a', EMPTY_CELL, stop)
    edited.dispose()
    expect(stop).toHaveBeenCalledOnce()
  })
})
