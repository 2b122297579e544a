import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterText, readFilter } from './filter-text.ts'

describe('a filter in an address', () => {
  it('is a word, and nothing where everything is kept', () => {
    expect(filterText({ status: 'all', text: '' })).toBe('')
    expect(filterText({ status: 'failed', text: '' })).toBe('failed')
    expect(filterText({ status: 'all', text: '/a:b/' })).toBe('all:/a:b/')
  })
  it('comes back as it was', () => {
    const filters = fc.record({
      status: fc.constantFrom('all' as const, 'failed' as const, 'stale' as const, 'unmet' as const, 'differs' as const),
      text: fc.string({ maxLength: 500 }),
    })
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(filterText(filter))).toEqual(filter)
      }),
    )
  })
  it('keeps everything where it is none', () => {
    for (const word of ['', 'nonsense', '__proto__', 'constructor:x', ':x']) expect(readFilter(word)).toEqual({ status: 'all', text: '' })
    expect(readFilter(`all:${'x'.repeat(9000)}`).text).toHaveLength(500)
  })
})
