import { describe, expect, it } from 'vitest'
import { fakeContext } from '../fake-context.ts'

describe('the commands that rate', () => {
  it('rate the answer of the current case, and take the rating back', () => {
    const { give, setCell, state } = fakeContext()
    const ratings = () => [...state.store.get(state.notes.allAtom).values()].map(({ rating }) => rating)
    setCell(0, { state: 'done', text: 'Yes.' })
    give('rate-up')
    expect(ratings()).toEqual(['up'])
    give('rate-down')
    expect(ratings()).toEqual(['down'])
    give('rate-down')
    expect(ratings()).toEqual([])
  })
  it('say that there is no answer, and change nothing then', () => {
    const { give, availability, setCell, state } = fakeContext()
    expect([availability('rate-up'), availability('rate-down')]).toEqual(['whyNoAnswer', 'whyNoAnswer'])
    setCell(0, { state: 'streaming', text: 'Ye' })
    expect(availability('rate-up')).toBe('whyNoAnswer')
    give('rate-up')
    expect(state.store.get(state.notes.allAtom).size).toBe(0)
    setCell(0, { state: 'done' })
    expect(availability('rate-up')).toBe(true)
  })
  it('lead to the tab of notes', () => {
    const { give, state } = fakeContext()
    give('tab-notes')
    expect(state.store.get(state.view.drawerAtom)?.tab).toBe('notes')
  })
})
