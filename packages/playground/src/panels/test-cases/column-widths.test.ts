import { describe, expect, it } from 'vitest'
import { foldedColumns, type GridColumn, gridTracks, valueWidth } from './column-widths.ts'

const columns: readonly GridColumn[] = [
  { id: '#', kind: 'number' },
  { id: 'ticket', kind: 'value' },
  { id: 'order', kind: 'value' },
  { id: '#output', kind: 'output' },
]

describe('valueWidth', () => {
  it('has three widths, by the longest value or the name', () => {
    expect(valueWidth('id', 7)).toBe(104)
    expect(valueWidth('language', 20)).toBe(164)
    expect(valueWidth('ticket', 90)).toBe(248)
    expect(valueWidth('a_rather_long_variable', 2)).toBe(164)
  })
})

describe('gridTracks', () => {
  it('gives what is left to the output, and lets values give way', () => {
    expect(gridTracks(columns, (id) => (id === 'ticket' ? 248 : 104), false)).toEqual({
      template: '48px minmax(131px, 248px) minmax(88px, 104px) minmax(312px, 1fr)',
      least: 579,
    })
  })
  it('shares the width by thirds where it is folded', () => {
    const { template, least } = gridTracks(foldedColumns(columns, null), () => 248, true)
    expect(template).toBe('48px minmax(0, 1fr) 136px')
    expect(least).toBe(0)
  })
})

describe('foldedColumns', () => {
  it('keeps number, first value and state', () => {
    expect(foldedColumns(columns, null).map(({ id }) => id)).toEqual(['#', 'ticket', '#output'])
  })
  it('keeps the conversation where there is no value', () => {
    const chat: readonly GridColumn[] = [
      { id: '#', kind: 'number' },
      { id: '#history', kind: 'history' },
      { id: '#output', kind: 'output' },
    ]
    expect(foldedColumns(chat, null).map(({ id }) => id)).toEqual(['#', '#history', '#output'])
  })
})
