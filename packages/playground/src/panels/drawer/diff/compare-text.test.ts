import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Difference, Side } from './difference.ts'
import { diffOf } from './diff-of.ts'
import { wordsOf } from './words.ts'

const compare = (before: string, after: string) => diffOf(before, after, 'text')
const textOf = (side: Side | null) => side && side.pieces.map(({ text }) => text).join('')
const sideOf = (difference: Difference, side: 'before' | 'after') =>
  difference.rows.flatMap((row) => (row[side] ? [textOf(row[side])] : [])).join('\n')
const changedIn = (side: Side | null | undefined) => side?.pieces.filter(({ isChanged }) => isChanged).map(({ text }) => text)
const shape = (difference: Difference) => difference.rows.map(({ kind, before, after }) => [kind, textOf(before), textOf(after)])

describe('diffOf texts', () => {
  it('finds nothing between equal texts', () => {
    const difference = compare('a\nb\n', 'a\nb\n')
    expect(difference).toMatchObject({ kind: 'text', spots: 0, counts: { added: 0, removed: 0, changed: 0, moved: 0 }, notes: [] })
    expect(difference.rows.map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
  })

  it('tells added, removed and changed lines apart, and counts the stretches', () => {
    const difference = compare('one\ntwo\nthree words here\nfour', 'one\nthree words there\nfour\nfive')
    expect(shape(difference)).toEqual([
      ['same', 'one', 'one'],
      ['removed', 'two', null],
      ['changed', 'three words here', 'three words there'],
      ['same', 'four', 'four'],
      ['added', null, 'five'],
    ])
    expect(difference).toMatchObject({ spots: 2, counts: { added: 1, removed: 1, changed: 1, moved: 0 } })
    expect(difference.rows.map(({ spot }) => spot)).toEqual([null, 0, 0, null, 1])
  })

  it('marks the words that differ, and takes neighbouring ones together', () => {
    const [row] = compare('I am very sorry about that', 'I am truly glad about that').rows
    expect(changedIn(row?.before)).toEqual(['very sorry'])
    expect(changedIn(row?.after)).toEqual(['truly glad'])
  })

  it('numbers the lines of each side by themselves', () => {
    const rows = compare('a\nb', 'x\na\nb').rows
    expect(rows.map(({ before, after }) => [before?.number ?? null, after?.number ?? null])).toEqual([
      [null, 1],
      [1, 2],
      [2, 3],
    ])
  })

  it('says that only the ends of lines differ', () => {
    const difference = compare('a\r\nb\r\n', 'a\nb\n')
    expect(difference.notes).toContain('endings')
    expect(difference.counts.changed).toBe(2)
  })

  it('keeps what no line has in common apart', () => {
    expect(shape(compare('alpha beta', 'gamma delta'))).toEqual([
      ['removed', 'alpha beta', null],
      ['added', null, 'gamma delta'],
    ])
  })

  it('holds both texts whole, whatever they are', () => {
    const line = fc.constantFrom('', 'a', 'b c', 'b d', 'a\r', '{"x": 1}', 'مرحبا بك', '你好世界', '👩‍🚀 up')
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = compare(before, after)
        expect(sideOf(difference, 'before')).toBe(before)
        expect(sideOf(difference, 'after')).toBe(after)
        expect(difference.spots === 0).toBe(before === after)
        expect(
          difference.rows.every(
            ({ kind, before: old, after: fresh }) => (kind === 'added') === (old === null) && (kind === 'removed') === (fresh === null),
          ),
        ).toBe(true)
        expect(difference.rows.every(({ kind, spot }) => (kind === 'same') === (spot === null))).toBe(true)
      }),
    )
  })

  const words = (seed: number, count: number) => Array.from({ length: count }, (_, at) => `w${(at * 7919 + seed) % 99_991}`)

  it('compares two large texts that have nothing in common', () => {
    const [before, after] = ['old', 'new'].map((side) =>
      words(3, 20_000)
        .map((word) => `${word} ${side}`)
        .join('\n'),
    )
    const difference = compare(before ?? '', after ?? '')
    expect(difference).toMatchObject({ spots: 1, notes: [] })
    expect(sideOf(difference, 'before')).toBe(before)
    expect(sideOf(difference, 'after')).toBe(after)
  })

  it('stops where two large texts have the same lines in another order, and says so', () => {
    const lines = ['ab', 'cd', 'ef', 'gh', 'ij'].flatMap((word) => Array.from({ length: 8_000 }, () => word))
    const difference = compare(lines.join('\n'), lines.toReversed().join('\n'))
    expect(difference.notes).toContain('coarse')
    expect(sideOf(difference, 'after')).toBe(lines.toReversed().join('\n'))
  })

  it('compares two hundred kilobytes that differ here and there, exactly', () => {
    const lines = words(0, 25_000)
    const changed = lines.map((line, at) => (at % 100 === 50 ? `${line}!` : line))
    const difference = compare(lines.join('\n'), changed.join('\n'))
    expect(difference).toMatchObject({ spots: 250, notes: [], counts: { changed: 250 } })
  })

  it('finds the lines that stayed among many that did not', () => {
    const lines = Array.from({ length: 6_000 }, (_, at) => `line ${at}`)
    const changed = lines.map((line, at) => (at % 5 === 0 ? `another ${at} of them` : line))
    const difference = compare(lines.join('\n'), changed.join('\n'))
    expect(difference).toMatchObject({ spots: 1200, notes: [] })
    expect(difference.counts.changed + difference.counts.added).toBe(1200)
  })

  it('compares one line of two hundred kilobytes', () => {
    const line = words(0, 30_000)
    const near = compare(line.join(' '), line.map((word, at) => (at % 1000 === 7 ? 'other' : word)).join(' '))
    expect(near).toMatchObject({ spots: 1, notes: [], counts: { changed: 1 } })
    expect(changedIn(near.rows[0]?.after)).toHaveLength(30)
    const few = ['ab', 'cd', 'ef', 'gh', 'ij'].flatMap((word) => Array.from({ length: 8_000 }, () => word))
    const turned = compare(few.join(' '), few.toReversed().join(' '))
    expect(turned.notes).toEqual(['plainWords'])
    expect(turned.rows.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  it('spends no more on many changed lines than on a few', () => {
    const lines = (side: string) =>
      Array.from({ length: 400 }, (_, at) =>
        words(at, 60)
          .map((word, n) => (n % 2 === 0 ? word : word + side))
          .join(' '),
      ).join('\n')
    const difference = compare(lines('a'), lines('b'))
    expect(difference.rows).toHaveLength(400)
    expect(sideOf(difference, 'after')).toBe(lines('b'))
  })
})

describe('wordsOf', () => {
  it('cuts where people do, also where no spaces are written', () => {
    expect(wordsOf('Hi, it’s 3 px')).toEqual(['Hi', ',', ' ', 'it', '’', 's', ' ', '3', ' ', 'px'])
    expect(wordsOf('你好')).toEqual(['你', '好'])
    expect(wordsOf(String.raw`a\nb\u00e9`)).toEqual(['a', String.raw`\n`, 'b', String.raw`\u00e9`])
    expect(wordsOf('👩‍🚀👍🏽')).toEqual(['👩‍🚀', '👍🏽'])
    expect(wordsOf('مرحبًا بك')).toEqual(['مرحبًا', ' ', 'بك'])
  })
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text).join('')).toBe(text)
      }),
    )
  })
})
