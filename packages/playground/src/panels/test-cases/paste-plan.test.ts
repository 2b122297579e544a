import { describe, expect, it } from 'vitest'
import { namedRows, pastePlan } from './paste-plan.ts'

const target = { visible: ['ticket', 'order'], hidden: ['notes'], column: null, isOwnCases: true }
const table = [
  ['a', 'b'],
  ['c', 'd'],
]

describe('pastePlan', () => {
  it('fills the columns of the prompt', () => {
    expect(pastePlan(table, target)).toEqual({ kind: 'fill', cases: 2, leftOut: 0 })
  })
  it('counts what lies beyond the last column', () => {
    expect(pastePlan([['a', 'b', 'c'], ['d']], target)).toEqual({ kind: 'fill', cases: 2, leftOut: 1 })
    expect(pastePlan(table, { ...target, column: 'order', isOwnCases: false })).toEqual({ kind: 'fill', cases: 2, leftOut: 1 })
  })
  it('has a place for what is expected, where that is a column', () => {
    expect(pastePlan([['a', 'b', 'c']], { ...target, hasExpected: true })).toEqual({ kind: 'fill', cases: 1, leftOut: 0 })
    const alone = { ...target, visible: [], hasExpected: true, isOwnCases: false }
    expect(pastePlan([['a', 'b']], { ...alone, column: '#expected' })).toEqual({ kind: 'fill', cases: 1, leftOut: 1 })
    expect(pastePlan([['a']], alone)).toEqual({ kind: 'keep', names: ['column_1'] })
  })
  it('does not count a line of names as a case, nor its columns as left out', () => {
    expect(pastePlan([['order', 'notes', 'ticket'], ...table], target)).toEqual({ kind: 'fill', cases: 2, leftOut: 0 })
  })
  it('keeps values that no variable could take, under names', () => {
    expect(pastePlan(table, { ...target, visible: [] })).toEqual({ kind: 'keep', names: ['column_1', 'column_2'] })
  })
})

describe('namedRows', () => {
  it('leaves out what is empty', () => {
    expect(namedRows([['a', ''], ['', 'd'], []], ['x', 'y'])).toEqual([{ data: { x: 'a' } }, { data: { y: 'd' } }, { data: {} }])
  })
})
