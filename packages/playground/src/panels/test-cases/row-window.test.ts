import { describe, expect, it } from 'vitest'
import { rowWindow } from './row-window.ts'

const rows = (...indexes: readonly number[]) => indexes.map((index) => ({ index, start: index * 10 }))

describe('rowWindow', () => {
  it('begins where its first row does', () => {
    expect(rowWindow(rows(0, 1, 2))).toEqual({ start: 0, apart: null })
    expect(rowWindow(rows(7, 8))).toEqual({ start: 70, apart: null })
    expect(rowWindow(rows(4))).toEqual({ start: 40, apart: null })
    expect(rowWindow([])).toEqual({ start: 0, apart: null })
  })
  it('leaves out the row that is kept far above or below', () => {
    expect(rowWindow(rows(2, 40, 41, 42))).toEqual({ start: 400, apart: 2 })
    expect(rowWindow(rows(40, 41, 42, 99))).toEqual({ start: 400, apart: 99 })
    expect(rowWindow(rows(3, 40))).toEqual({ start: 400, apart: 3 })
  })
})
