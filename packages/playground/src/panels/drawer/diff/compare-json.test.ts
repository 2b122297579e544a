import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparableAsJson, diffOf } from './diff-of.ts'
import type { Difference } from './difference.ts'

const compare = (before: unknown, after: unknown) => diffOf(JSON.stringify(before), JSON.stringify(after), 'json')
const NONE = { added: 0, removed: 0, changed: 0, moved: 0 }
/** What differs, each place once. */
const places = ({ rows }: Difference) => {
  const first = new Map<number, readonly [string, string | undefined]>()
  for (const { spot, kind, path } of rows) if (spot !== null && !first.has(spot)) first.set(spot, [kind, path])
  return [...first.values()]
}
const sideOf = ({ rows }: Difference, side: 'before' | 'after') =>
  rows.flatMap((row) => (row[side] ? [row[side].pieces.map(({ text }) => text).join('')] : [])).join('\n')

describe('diffOf JSON', () => {
  it('takes no notice of the order of names and of the layout', () => {
    const difference = diffOf('{"a":1,\n "b":[{"x":1,"y":2}]}', '{ "b": [{"y":2,"x":1}], "a": 1.0 }', 'json')
    expect(difference).toMatchObject({ kind: 'json', spots: 0, counts: NONE, notes: [] })
  })

  it('finds what was added, removed and changed, by path', () => {
    const difference = compare(
      { intent: 'refund', urgency: 2, tags: ['a'], 'odd name': { old: true } },
      { intent: 'refund', urgency: 3, tags: ['a', 'b'], 'odd name': {}, note: null },
    )
    expect(places(difference)).toEqual([
      ['changed', '$.urgency'],
      ['added', '$.tags[1]'],
      ['removed', '$["odd name"].old'],
      ['added', '$.note'],
    ])
    expect(difference.counts).toEqual({ added: 2, removed: 1, changed: 1, moved: 0 })
  })

  it('says that a value became another kind of value', () => {
    const difference = compare({ a: [1, 2] }, { a: 'x' })
    expect(difference.counts).toEqual({ ...NONE, changed: 1 })
    expect(difference.spots).toBe(1)
    expect(difference.rows.filter(({ kind }) => kind === 'removed')).toHaveLength(4)
  })

  it('knows an item that stands elsewhere', () => {
    const difference = compare(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])
    expect(difference.counts).toEqual({ ...NONE, moved: 1 })
    expect(difference.rows.find(({ kind }) => kind === 'moved')).toMatchObject({ path: '$[0]', movedFrom: '$[3]' })
  })

  it('takes an item that was put in between for one, and the others for the same', () => {
    expect(places(compare([1, 2, 3], [1, 9, 2, 3]))).toEqual([['added', '$[1]']])
    expect(places(compare([{ a: 1 }, { b: 2 }], [{ b: 2 }]))).toEqual([['removed', '$[0]']])
  })

  it('looks inside of objects that have the same name, also where they moved', () => {
    const difference = compare(
      [
        { id: 1, n: 'x' },
        { id: 2, n: 'y' },
        { id: 3, n: 'z' },
      ],
      [
        { id: 3, n: 'changed' },
        { id: 1, n: 'x' },
        { id: 2, n: 'y' },
      ],
    )
    expect(places(difference)).toEqual([
      ['moved', '$[0]'],
      ['changed', '$[0].n'],
    ])
    expect(difference.counts).toEqual({ ...NONE, moved: 1, changed: 1 })
  })

  it('holds objects without a name against what stands in their place', () => {
    expect(places(compare([{ n: 1 }, { n: 2 }], [{ n: 1 }, { n: 5 }]))).toEqual([['changed', '$[1].n']])
    expect(places(compare([{ id: 1 }], [{ id: 2 }]))).toEqual([
      ['removed', '$[0]'],
      ['added', '$[0]'],
    ])
  })

  it('tells numbers apart that a double would not, and equal ones not', () => {
    expect(diffOf('[12345678901234567890]', '[12345678901234567891]', 'json').counts.changed).toBe(1)
    expect(diffOf('[1.0, 100]', '[1, 1e2]', 'json').spots).toBe(0)
  })

  it('treats __proto__ as a name like any other', () => {
    const difference = diffOf('{"__proto__": {"a": 1}, "constructor": 1}', '{"__proto__": {"a": 2}, "constructor": 1}', 'json')
    expect(places(difference)).toEqual([['changed', '$.__proto__.a']])
  })

  it('marks what a value became, and not the comma behind it', () => {
    const row = compare({ a: 1 }, { a: 2, b: 3 }).rows.find(({ kind }) => kind === 'changed')
    expect(row?.after?.pieces.filter(({ isChanged }) => isChanged)).toEqual([{ text: '2', isChanged: true }])
  })

  it('marks the words of long texts', () => {
    const long = 'The quick brown fox jumps over the lazy dog and goes home.'
    const row = compare({ t: long }, { t: long.replace('lazy', 'sleepy') }).rows.find(({ kind }) => kind === 'changed')
    expect(row?.after?.pieces.filter(({ isChanged }) => isChanged)).toEqual([{ text: 'sleepy', isChanged: true }])
  })

  it('shows both documents whole: each side is JSON again', () => {
    const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b', null, true))
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'id', '__proto__', 'x y'), tie('tree'), { maxKeys: 4 }),
      ),
    }))
    const container = fc.oneof(fc.array(tree, { maxLength: 5 }), fc.dictionary(fc.constantFrom('a', 'b', 'c', 'id'), tree, { maxKeys: 4 }))
    fc.assert(
      fc.property(container, container, (before, after) => {
        const [old, fresh] = [JSON.stringify(before), JSON.stringify(after)]
        const difference = diffOf(old, fresh, 'json')
        expect(JSON.parse(sideOf(difference, 'after'))).toEqual(JSON.parse(fresh))
        // Items that moved stand where they stand now, so that only what was not moved is in order on the side before.
        const ordered = difference.counts.moved === 0 ? (value: unknown) => value : (value: unknown) => JSON.stringify(value).length
        expect(ordered(JSON.parse(sideOf(difference, 'before')))).toEqual(ordered(JSON.parse(old)))
        expect(
          difference.rows.every(
            ({ kind, spot, path }) => (kind === 'same') === (spot === null) && (kind === 'same') === (path === undefined),
          ),
        ).toBe(true)
        const { added, removed, changed, moved } = difference.counts
        expect(difference.spots).toBe(added + removed + changed + moved)
      }),
    )
  })

  it('finds nothing where nothing differs, however it is ordered', () => {
    const shuffled = (value: Record<string, unknown>) => Object.fromEntries(Object.entries(value).toReversed())
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(compare(value, shuffled(value)).spots).toBe(0)
      }),
    )
  })
})

describe('what is too much or no JSON', () => {
  it('is compared as text, and says why', () => {
    const deep = (inner: string) => '['.repeat(500) + inner + ']'.repeat(500)
    expect(diffOf(deep('1'), deep('2'), 'json')).toMatchObject({ kind: 'text', notes: expect.arrayContaining(['tooDeep']) })
    const bomb = '['.repeat(90_000) + ']'.repeat(90_000)
    expect(diffOf(bomb, '[]', 'json').kind).toBe('text')
    const many = JSON.stringify(Array.from({ length: 130_000 }, (_, at) => at))
    expect(diffOf(many, '[]', 'json').notes).toContain('tooDeep')
  })
  it('is text where one of the two is broken', () => {
    expect(diffOf('{"a": 1}', '{"a": }', 'json')).toMatchObject({ kind: 'text', notes: [] })
  })
  it('is offered where both look like documents', () => {
    expect(comparableAsJson(' {"a": 1}\n', '[]')).toBe(true)
    expect(comparableAsJson('{"a": 1}', 'No.')).toBe(false)
    expect(comparableAsJson('1', '2')).toBe(false)
  })
  it('compares two large lists that have nothing in common', () => {
    const list = (from: number) => Array.from({ length: 8_000 }, (_, at) => ({ value: from + at }))
    expect(compare(list(0), list(100_000)).counts).toEqual({ ...NONE, changed: 8_000 })
  })
})
