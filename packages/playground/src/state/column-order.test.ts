import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasColumnOrder, inColumnOrder, withMovedColumn, withoutColumnOrder } from './column-order.ts'
import { type ColumnSetting, withSetting } from './column-setting.ts'
import { drawnNames } from './columns.ts'

describe('the order of columns', () => {
  it('is that of first use as long as nobody made another', () => {
    const names = ['b', 'a', 'c']
    expect(inColumnOrder(names, [{ name: 'a', type: 'json' }])).toBe(names)
    expect(hasColumnOrder([{ name: 'a', type: 'json' }])).toBe(false)
  })
  it('puts what has no place after what has one, and leaves those in order of first use', () => {
    const settings = [
      { name: 'c', place: 0 },
      { name: 'a', place: 7 },
    ]
    expect(inColumnOrder(['new', 'a', 'b', 'c'], settings)).toEqual(['c', 'a', 'new', 'b'])
    expect(inColumnOrder(['b', 'new'], settings)).toEqual(['b', 'new'])
  })
  it('keeps those of one place as they come', () => {
    const settings = ['x', 'y', 'z'].map((name) => ({ name, place: 3 }))
    expect(inColumnOrder(['z', 'x', 'y'], settings)).toEqual(['z', 'x', 'y'])
  })
  it('takes any name for a name', () => {
    const settings = [{ name: '__proto__', place: 0 }]
    expect(inColumnOrder(['constructor', '__proto__'], settings)).toEqual(['__proto__', 'constructor'])
    expect(withoutColumnOrder(settings)).toEqual([])
  })
})

describe('moving a column', () => {
  const names = ['a', 'b', 'c']
  it('gives all a place, and keeps what was said of them', () => {
    const after = withMovedColumn([{ name: 'c', type: 'number' }], { read: names, drawn: names }, 'c', 0)
    expect(after).toEqual([
      { name: 'c', type: 'number', place: 0 },
      { name: 'a', place: 1 },
      { name: 'b', place: 2 },
    ])
    expect(withoutColumnOrder(after)).toEqual([{ name: 'c', type: 'number' }])
  })
  it('moves past what is hidden, which keeps its place', () => {
    const hidden: readonly ColumnSetting[] = [{ name: 'b', isHidden: true }]
    const after = withMovedColumn(hidden, { read: names, drawn: ['a', 'c'] }, 'c', 0)
    expect(drawnNames(names, [], after)).toEqual(['c', 'a'])
    expect(drawnNames(names, [], withSetting(after, { name: 'b', place: 1 }))).toEqual(['c', 'b', 'a'])
  })
  it('keeps the place of a column that is not there now', () => {
    const put = withMovedColumn([], { read: names, drawn: names }, 'c', 0)
    const without = withMovedColumn(put, { read: ['a', 'b'], drawn: ['a', 'b'] }, 'b', 0)
    expect(inColumnOrder(names, without)).toEqual(['c', 'b', 'a'])
  })
  it('changes nothing where nothing moves: at the ends, and of a column that is not drawn', () => {
    const settings: readonly ColumnSetting[] = [{ name: 'x', type: 'json' }]
    const drawn = ['a', 'b']
    for (const [name, to] of [
      ['a', -1],
      ['b', 5],
      ['x', 0],
    ] as const)
      expect(withMovedColumn(settings, { read: drawn, drawn }, name, to)).toBe(settings)
  })
  it('loses no column and doubles none, whatever is hidden, typed or moved before', () => {
    const several = fc.uniqueArray(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 6 })
    const setting = (name: string) =>
      fc.record({ name: fc.constant(name), isHidden: fc.boolean(), isJson: fc.boolean(), place: fc.option(fc.nat(9), { nil: undefined }) })
    const given = several.chain((all) =>
      fc.record({ all: fc.constant(all), said: fc.tuple(...all.map(setting)), count: fc.nat(all.length), from: fc.nat(5), to: fc.nat(7) }),
    )
    fc.assert(
      fc.property(given, ({ all, said, count, from, to }) => {
        const settings = said.reduce<readonly ColumnSetting[]>(
          (columns, { name, isHidden, isJson, place }) =>
            withSetting(columns, {
              name,
              ...(isJson && { type: 'json' }),
              ...(isHidden && { isHidden: true }),
              ...(place !== undefined && { place }),
            }),
          [],
        )
        const read = all.slice(0, count)
        const drawn = drawnNames(read, all.slice(count), settings)
        const name = drawn[from] ?? 'none'
        const after = withMovedColumn(settings, { read, drawn }, name, to)
        const now = drawnNames(read, all.slice(count), after)
        expect(now.toSorted()).toEqual(drawn.toSorted())
        expect(now.indexOf(name)).toBe(from < drawn.length ? Math.min(to, drawn.length - 1) : -1)
        expect(inColumnOrder(all, after).toSorted()).toEqual(all.toSorted())
        expect(new Set(after.map((column) => column.name)).size).toBe(after.length)
        const others = (columns: readonly ColumnSetting[]) => withoutColumnOrder(columns).toSorted((x, y) => (x.name < y.name ? -1 : 1))
        expect(others(after)).toEqual(others(settings))
        const places = after.slice(0, new Set([...read, ...drawn]).size).map(({ place }) => place)
        expect(after === settings || places.every((place, at) => place === at)).toBe(true)
      }),
    )
  })
})
