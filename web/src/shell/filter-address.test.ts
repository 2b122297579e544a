import { expect, it } from 'vitest'
import { filterIn, hashWith } from './filter-address.ts'

it('keeps a filter in a fragment and reads it back', () => {
  const filter = { status: 'failed', text: '/a+b & c#%/' } as const
  const hash = hashWith('#other=1', filter)
  expect(hash.startsWith('#other=1&filter=failed')).toBe(true)
  expect(filterIn(hash)).toEqual(filter)
  expect(hashWith(hash, { status: 'all', text: '' })).toBe('#other=1')
})

it('keeps everything where nothing is asked for, or nonsense is', () => {
  for (const hash of ['', '#', '#vitrine=AAAA', '#filter=', '#filter=%E0%A4%A', '#filter=nonsense'])
    expect(filterIn(hash)).toEqual({ status: 'all', text: '' })
  expect(hashWith('#filter=failed', { status: 'all', text: '' })).toBe('')
})
