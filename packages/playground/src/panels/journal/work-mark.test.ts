import { describe, expect, it } from 'vitest'
import { fakeBindings } from '../../fake-bindings.ts'
import { workMark, wouldLose } from './work-mark.ts'

const inMemory = { given: null, isKept: false }

describe('closing the page', () => {
  it('loses nothing where nobody changed anything, or nothing ran', () => {
    const fake = fakeBindings()
    fake.setCell(0, { state: 'done' })
    expect(wouldLose(fake.state, inMemory)).toBe(false)
    const other = fakeBindings()
    other.state.rows.add([{}])
    expect(wouldLose(other.state, inMemory)).toBe(false)
  })

  it('loses changed work with a result, also a failed one', () => {
    const fake = fakeBindings()
    fake.state.rows.add([{}])
    fake.setCell(0, { state: 'failed' })
    expect(wouldLose(fake.state, inMemory)).toBe(true)
  })

  it('loses nothing that the browser keeps, or that was given as a file since the last change', () => {
    const fake = fakeBindings()
    fake.state.rows.add([{}])
    fake.setCell(0, { state: 'done' })
    expect(wouldLose(fake.state, { given: null, isKept: true })).toBe(false)
    const given = workMark(fake.state)
    expect(wouldLose(fake.state, { given, isKept: false })).toBe(false)
    fake.setCell(1, { state: 'done' })
    expect(wouldLose(fake.state, { given, isKept: false })).toBe(true)
  })
})
