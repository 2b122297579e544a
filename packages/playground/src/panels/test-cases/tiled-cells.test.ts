import { describe, expect, it } from 'vitest'
import { tiledCells } from './tiled-cells.ts'

describe('a table pasted into a range', () => {
  it('fills all of it with one cell', () => {
    expect(tiledCells([['x']], ['r1', 'r2'], ['a', 'b'])).toEqual([
      ['r1', 'a', 'x'],
      ['r1', 'b', 'x'],
      ['r2', 'a', 'x'],
      ['r2', 'b', 'x'],
    ])
  })
  it('repeats where the range is a multiple of it, and clears where a line is short', () => {
    expect(tiledCells([['1', '2'], ['3']], ['r1', 'r2', 'r3', 'r4'], ['a', 'b'])).toEqual([
      ['r1', 'a', '1'],
      ['r1', 'b', '2'],
      ['r2', 'a', '3'],
      ['r2', 'b', ''],
      ['r3', 'a', '1'],
      ['r3', 'b', '2'],
      ['r4', 'a', '3'],
      ['r4', 'b', ''],
    ])
  })
  it('is pasted once where it does not go into the range, or is as large', () => {
    expect(tiledCells([['x'], ['y']], ['r1', 'r2', 'r3'], ['a'])).toBeNull()
    expect(tiledCells([['x', 'y']], ['r1'], ['a', 'b'])).toBeNull()
    expect(tiledCells([], ['r1'], ['a'])).toBeNull()
  })
})
