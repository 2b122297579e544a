import { describe, expect, it } from 'vitest'
import { diffOf } from './diff-of.ts'
import { allRows, foldRows } from './fold-rows.ts'

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`)
const rowsOf = (before: readonly string[], after: readonly string[]) => diffOf(before.join('\n'), after.join('\n'), 'text').rows
const shape = (shown: ReturnType<typeof foldRows>) => shown.map((one) => (one.kind === 'fold' ? `fold ${one.from}+${one.count}` : one.at))

describe('foldRows', () => {
  const rows = rowsOf(lines(30), lines(30).with(10, 'other words').with(29, 'new end'))
  it('leaves three lines around each difference', () => {
    // The changed lines have nothing in common, so that each is two rows.
    expect(shape(foldRows(rows, new Set()))).toEqual(['fold 0+7', 7, 8, 9, 10, 11, 12, 13, 14, 'fold 15+12', 27, 28, 29, 30, 31])
  })
  it('opens what was asked for', () => {
    expect(shape(foldRows(rows, new Set([0]))).slice(0, 3)).toEqual([0, 1, 2])
    expect(foldRows(rows, new Set([0, 15]))).toEqual(allRows(rows))
  })
  it('folds no single line', () => {
    const near = rowsOf(lines(12), lines(12).with(4, 'x y').with(0, 'p q'))
    expect(shape(foldRows(near, new Set())).some((one) => typeof one === 'string' && one.endsWith('+1'))).toBe(false)
  })
  it('folds equal texts whole, and nothing into nothing', () => {
    const same = rowsOf(lines(9), lines(9))
    expect(shape(foldRows(same, new Set()))).toEqual(['fold 0+9'])
    expect(foldRows([], new Set())).toEqual([])
  })
})
