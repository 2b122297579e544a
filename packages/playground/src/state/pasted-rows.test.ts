import { describe, expect, it } from 'vitest'
import { headerOf, pastedRows } from './pasted-rows.ts'
import { NO_VALUES, rowValues, withValue } from './row-values.ts'

const plain = (values: readonly Readonly<Record<string, string>>[]) => values.map((each) => Object.fromEntries(Object.entries(each)))

describe('pastedRows', () => {
  it('fills what is there and adds what is not', () => {
    const rows = [rowValues([['a', '1']]), rowValues([['b', '2']])]
    const { filled, added } = pastedRows([['x', 'y'], ['z'], ['new', 'too', 'beyond']], { rows, columns: ['a', 'b'] })
    expect(plain(filled)).toEqual([
      { a: 'x', b: 'y' },
      { b: '2', a: 'z' },
    ])
    expect(plain(added)).toEqual([{ a: 'new', b: 'too' }])
  })

  it('clears with an empty cell and leaves alone what the table does not reach', () => {
    const rows = [rowValues(Object.entries({ a: '1', b: '2' }))]
    expect(plain(pastedRows([['']], { rows, columns: ['a', 'b'] }).filled)).toEqual([{ b: '2' }])
    expect(pastedRows([], { rows, columns: ['a'] })).toEqual({ filled: [], added: [] })
  })
})

describe('headerOf', () => {
  it('knows a line of names by its names', () => {
    expect(headerOf([[' a ', 'b']], ['a', 'b'], [])).toEqual(['a', 'b'])
    expect(headerOf([['b', 'note', 'a']], ['a', 'b'], [])).toEqual(['b', 'note', 'a'])
    expect(headerOf([['a', 'old']], ['a', 'b'], ['old'])).toEqual(['a', 'old'])
  })

  it('takes a line of values as values', () => {
    expect(headerOf([['x', 'y']], ['a', 'b'], [])).toBeNull()
    expect(headerOf([['a', 'a']], ['a'], [])).toBeNull()
    expect(headerOf([['a', '']], ['a'], [])).toBeNull()
    expect(headerOf([], ['a'], [])).toBeNull()
    expect(headerOf([['a']], [], ['a'])).toBeNull()
  })
})

describe('withValue', () => {
  it('changes nothing where nothing changes', () => {
    const values = rowValues([['a', '1']])
    expect(withValue(values, 'a', '1')).toBe(values)
    expect(withValue(values, 'b', '')).toBe(values)
    expect(withValue(NO_VALUES, '__proto__', '')).toBe(NO_VALUES)
  })

  it('keeps the place of a name whose value changes, and lets go of an emptied one', () => {
    const values = rowValues(Object.entries({ a: '1', b: '2' }))
    expect(Object.keys(withValue(values, 'a', 'x'))).toEqual(['a', 'b'])
    expect(Object.keys(withValue(values, 'a', ''))).toEqual(['b'])
  })
})
