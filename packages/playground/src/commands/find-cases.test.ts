import { describe, expect, it } from 'vitest'
import { fakeBindings } from '../fake-bindings.ts'
import { EMPTY_SNAPSHOT } from '../state/snapshot.ts'
import { findCases } from './find-cases.ts'

const setUp = (rows: readonly Readonly<Record<string, string>>[]) => {
  const { state } = fakeBindings({ ...EMPTY_SNAPSHOT, rows: rows.map((data) => ({ data })) })
  return (query: string, most = 6) => findCases(query, state.store.get, state, most).map(({ number, text }) => [number, text])
}
const find = setUp([{ a: 'The kettle is cracked.', b: 'Zoë' }, { a: 'Where is my parcel 3?' }, { a: 'Größe\nfalsch, Kessel' }])

describe('findCases', () => {
  it.each([
    ['2', [[2, 'Where is my parcel 3?']]],
    ['#1', [[1, 'The kettle is cracked.']]],
    ['kettle', [[1, 'The kettle is cracked.']]],
    ['zoe', [[1, 'Zoë']]],
    ['kessel grosse', [[3, 'Größe falsch, Kessel']]],
    ['grö', [[3, 'Größe falsch, Kessel']]],
    ['nothing like that', []],
    ['', []],
    ['9', []],
    ['0', []],
    ['99999999999999999999', []],
  ])('finds “%s”', (query, found) => {
    expect(find(query)).toEqual(found)
  })

  it('goes by its number first, once', () => {
    const numbered = setUp([{ a: 'order 22' }, { a: 'x' }, ...Array.from({ length: 20 }, (_, at) => ({ a: `row ${at}` }))])
    expect(numbered('22')).toEqual([
      [22, 'row 19'],
      [1, 'order 22'],
    ])
  })

  it('ends at as many as are shown, and shortens a long value', () => {
    const many = setUp(Array.from({ length: 50 }, () => ({ a: `same ${'word '.repeat(40)}` })))
    const found = many('same', 4)
    expect(found.map(([number]) => number)).toEqual([1, 2, 3, 4])
    expect(String(found[0]?.[1])).toHaveLength(80)
    expect(String(found[0]?.[1])).toMatch(/…$/)
  })

  it('reads a column called like what every object has', () => {
    const odd = setUp([JSON.parse('{"__proto__": "hidden treasure"}') as Record<string, string>])
    expect(odd('treasure')).toEqual([[1, 'hidden treasure']])
  })
})
