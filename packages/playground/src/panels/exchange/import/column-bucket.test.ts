import { describe, expect, it } from 'vitest'
import type { ColumnRole } from '../../../exchange/import/recognition.ts'
import { BUCKETS, bucketOf, roleIn } from './column-bucket.ts'
import { carryColumn, draggedColumn, isColumnDrag } from './dragged-column.ts'

const variable: ColumnRole = { kind: 'variable', name: 'mine' }
const typed: ColumnRole = { kind: 'expected', typed: true }
const option: ColumnRole = { kind: 'check-option', option: 'threshold', column: '__expected' }

describe('a column in a bucket', () => {
  it.each(BUCKETS)('that is dropped into %s lies there', (bucket) => {
    for (const before of [variable, typed, option, { kind: 'metadata', key: 'k' } as const, { kind: 'ignore' } as const]) {
      expect(bucketOf(roleIn(bucket, { name: 'a' }, before))).toBe(bucket)
    }
  })

  it('stays as it is where it lies already, with its name and its way of comparing', () => {
    expect(roleIn('variable', { name: 'a' }, variable)).toBe(variable)
    expect(roleIn('expected', { name: 'a' }, typed)).toBe(typed)
    expect(roleIn('expected', { name: 'a' }, option)).toBe(option)
  })

  it('keeps its name in another one', () => {
    expect(roleIn('metadata', { name: 'a' }, variable)).toEqual({ kind: 'metadata', key: 'mine' })
    expect(roleIn('variable', { name: 'a' }, { kind: 'ignore' })).toEqual({ kind: 'variable', name: 'a' })
  })

  it('is expected in the way that the file says', () => {
    expect(roleIn('expected', { name: '__expected', role: typed }, { kind: 'ignore' })).toBe(typed)
    expect(roleIn('expected', { name: 'threshold', role: option }, variable)).toBe(option)
    expect(roleIn('expected', { name: 'a', role: variable }, { kind: 'ignore' })).toEqual({ kind: 'expected', typed: false })
  })
})

describe('a column that is dragged', () => {
  function transfer() {
    const data = new Map<string, string>()
    return {
      get types() {
        return [...data.keys()]
      },
      getData: (type: string) => data.get(type) ?? '',
      setData: (type: string, value: string) => void data.set(type, value),
    }
  }

  it('is carried by its place', () => {
    const carried = transfer()
    carryColumn(carried, 7)
    expect(isColumnDrag(carried)).toBe(true)
    expect(draggedColumn(carried)).toBe(7)
  })

  it.each([
    ['text/plain', '7'],
    ['application/x-vitrine-column', 'x'],
    ['application/x-vitrine-column', '-1'],
    ['application/x-vitrine-column', '1.5'],
  ])('is none of what carries %s %s', (type, value) => {
    const carried = transfer()
    carried.setData(type, value)
    expect(draggedColumn(carried)).toBeNull()
  })
})
