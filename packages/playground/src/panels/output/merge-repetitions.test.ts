import { describe, expect, it } from 'vitest'
import { type Cell, EMPTY_CELL } from '../../state/cell.ts'
import { mergeRepetitions, stability } from './merge-repetitions.ts'

const done = (text: string, part: Partial<Cell> = {}): Cell => ({ ...EMPTY_CELL, state: 'done', text, ...part })
const call = (id: string, name: string) => ({ id, type: 'function' as const, function: { name, arguments: '{}' } })
const places = (cells: readonly Cell[]) => mergeRepetitions(cells).map(({ repetitions }) => repetitions)

describe('mergeRepetitions', () => {
  it('puts equal answers together, in the order in which each first came', () => {
    expect(places([done('b'), done('a'), done('b')])).toEqual([[0, 2], [1]])
  })

  it('compares structures as such, where one was asked for', () => {
    expect(places([done('{"a":1}', { parsed: { a: 1 } }), done('{ "a": 1 }', { parsed: { a: 1 } })])).toEqual([[0, 1]])
    expect(places([done('{"a":1}'), done('{ "a": 1 }')])).toEqual([[0], [1]])
  })

  it('tells calls apart by what they call, and not by their ids', () => {
    const calling = (id: string, name: string) => done('', { toolCalls: [call(id, name)] })
    expect(places([calling('1', 'look'), calling('2', 'look'), calling('3', 'buy')])).toEqual([[0, 1], [2]])
  })

  it('leaves alone what is not over, and what failed', () => {
    const failed: Cell = { ...EMPTY_CELL, state: 'failed' }
    const streaming: Cell = { ...EMPTY_CELL, state: 'streaming' }
    expect(places([failed, failed, streaming, EMPTY_CELL])).toEqual([[0], [1], [2], [3]])
  })
})

describe('stability', () => {
  it('is the share of what most say, once two are there', () => {
    expect(stability([done('a')])).toBeNull()
    expect(stability([done('a'), EMPTY_CELL])).toBeNull()
    expect(stability([done('a'), done('a'), done('b'), done('a')])).toBe(0.75)
  })
})
