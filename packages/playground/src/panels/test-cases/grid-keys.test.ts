import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GridKey, gridAct, nextValue } from './grid-keys.ts'

const shape = { rows: 10, columns: 4, pageRows: 3, isRightToLeft: false }
const press = (key: string, part: Partial<GridKey> = {}): GridKey => ({ key, isMod: false, isShift: false, isAlt: false, ...part })
const at = { row: 4, column: 1 }
const act = (key: string, part: Partial<GridKey> = {}, kind: 'number' | 'value' | 'history' | 'output' = 'value', hasRange = false) =>
  gridAct(press(key, part), at, kind, shape, hasRange)

describe('moving in the grid', () => {
  it.each([
    ['ArrowUp', { row: 3, column: 1 }],
    ['ArrowDown', { row: 5, column: 1 }],
    ['ArrowRight', { row: 4, column: 2 }],
    ['ArrowLeft', { row: 4, column: 0 }],
    ['Home', { row: 4, column: 0 }],
    ['End', { row: 4, column: 3 }],
    ['PageUp', { row: 1, column: 1 }],
    ['PageDown', { row: 7, column: 1 }],
  ])('%s goes where it says', (key, to) => {
    expect(act(key)).toEqual({ type: 'move', to, isExtending: false })
  })
  it('goes to the edge with the command key', () => {
    expect(act('ArrowDown', { isMod: true })).toEqual({ type: 'move', to: { row: 9, column: 1 }, isExtending: false })
    expect(act('Home', { isMod: true })).toEqual({ type: 'move', to: { row: 0, column: 0 }, isExtending: false })
    expect(act('End', { isMod: true })).toEqual({ type: 'move', to: { row: 9, column: 3 }, isExtending: false })
  })
  it('leaves letters to the playground, and writes them into values', () => {
    expect(act('j', {}, 'output')).toBeNull()
    expect(act('k', {}, 'number')).toBeNull()
    expect(act('j')).toEqual({ type: 'edit', text: 'j' })
  })
  it('extends with Shift', () => {
    expect(act('ArrowDown', { isShift: true })).toEqual({ type: 'move', to: { row: 5, column: 1 }, isExtending: true })
  })
  it('mirrors left and right where text does', () => {
    const mirrored = gridAct(press('ArrowLeft'), at, 'value', { ...shape, isRightToLeft: true }, false)
    expect(mirrored).toEqual({ type: 'move', to: { row: 4, column: 2 }, isExtending: false })
  })
  it('never leaves the grid', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown')
    fc.assert(
      fc.property(keys, fc.boolean(), fc.nat(9), fc.nat(3), (key, isMod, row, column) => {
        const result = gridAct(press(key, { isMod }), { row, column }, 'value', shape, false)
        if (key === 'ArrowUp' && row === 0 && !isMod) return
        if (result?.type !== 'move') throw new Error('it moves')
        expect(result.to.row).toBeGreaterThanOrEqual(0)
        expect(result.to.row).toBeLessThan(10)
        expect(result.to.column).toBeGreaterThanOrEqual(0)
        expect(result.to.column).toBeLessThan(4)
      }),
    )
  })
})

describe('acting in the grid', () => {
  it('edits a value by Enter, F2 and typing', () => {
    expect(act('Enter')).toEqual({ type: 'edit', text: null })
    expect(act('F2')).toEqual({ type: 'edit', text: null })
    expect(act('a')).toEqual({ type: 'edit', text: 'a' })
    expect(act('😀')).toEqual({ type: 'edit', text: '😀' })
  })
  it('leaves the help key and combinations of others alone', () => {
    expect(act('?', { isShift: true })).toBeNull()
    expect(act('r', { isMod: true })).toBeNull()
    expect(act('a', { isAlt: true })).toBeNull()
    expect(act('Tab')).toBeNull()
    expect(act('F5')).toBeNull()
  })
  it('clears values only', () => {
    expect(act('Delete')).toEqual({ type: 'clear' })
    expect(act('Delete', {}, 'output')).toBeNull()
  })
  it('opens an output or a conversation and selects by its number', () => {
    expect(act('Enter', {}, 'output')).toEqual({ type: 'open' })
    expect(act('Enter', {}, 'history')).toEqual({ type: 'open' })
    expect(act('Enter', {}, 'number')).toEqual({ type: 'select', isRange: false })
  })
  it('selects, duplicates and moves rows', () => {
    expect(act(' ')).toEqual({ type: 'select', isRange: false })
    expect(act(' ', { isShift: true })).toEqual({ type: 'select', isRange: true })
    expect(act('d', { isMod: true })).toEqual({ type: 'duplicate' })
    expect(act('a', { isMod: true })).toEqual({ type: 'select-all' })
    expect(act('ArrowUp', { isAlt: true })).toEqual({ type: 'move-row', by: -1 })
  })
  it('opens a larger editor, and leads from the first row to the head', () => {
    expect(act('Enter', { isShift: true })).toEqual({ type: 'pop-out' })
    expect(gridAct(press('ArrowUp'), { row: 0, column: 1 }, 'output', shape, false)).toEqual({ type: 'head' })
    expect(gridAct(press('ArrowUp', { isShift: true }), { row: 0, column: 1 }, 'value', shape, false)).toMatchObject({ type: 'move' })
  })
  it('fills a range down, and disables rows', () => {
    expect(act('d', { isMod: true }, 'value', true)).toEqual({ type: 'fill-down' })
    expect(act('/', { isMod: true })).toEqual({ type: 'disable' })
    expect(act('/')).toEqual({ type: 'edit', text: '/' })
  })
  it('gives Escape to the page unless there is a range', () => {
    expect(act('Escape')).toBeNull()
    expect(act('Escape', {}, 'value', true)).toEqual({ type: 'collapse-range' })
  })
})

describe('nextValue', () => {
  it('goes over the end of a row', () => {
    expect(nextValue({ row: 0, column: 1 }, 1, [1, 2], 3)).toEqual({ row: 0, column: 2 })
    expect(nextValue({ row: 0, column: 2 }, 1, [1, 2], 3)).toEqual({ row: 1, column: 1 })
    expect(nextValue({ row: 1, column: 1 }, -1, [1, 2], 3)).toEqual({ row: 0, column: 2 })
  })
  it('ends with the grid', () => {
    expect(nextValue({ row: 2, column: 2 }, 1, [1, 2], 3)).toBeNull()
    expect(nextValue({ row: 0, column: 1 }, -1, [1, 2], 3)).toBeNull()
  })
})
