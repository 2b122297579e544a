import { describe, expect, it } from 'vitest'
import { foldWord, stemOf } from './stem.ts'

describe('stemOf', () => {
  it.each([
    ['delivery delivered delivers delivering deliveries'],
    ['price prices pricing priced'],
    ['ship ships shipping shipped shipment'],
    ['swap swapped swapping swaps'],
    ['change changed changing changes'],
    ['address addresses'],
    ['Café cafés'],
  ])('finds one stem for %s', (words) => {
    expect(new Set(words.split(' ').map(stemOf)).size).toBe(1)
  })

  it.each([
    ['charge', 'change'],
    ['price', 'prize'],
    ['refund', 'found'],
    ['parcel', 'part'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other))
  })

  it('leaves words of other scripts as they are', () => {
    expect(stemOf('東京')).toBe('東京')
    expect(stemOf('привет')).toBe('привет')
  })
})

describe('foldWord', () => {
  it('drops capitals, accents and apostrophes', () => {
    expect(['Größe', 'GRÖSSE', 'don’t', "DON'T", 'ﬁne'].map(foldWord)).toEqual(['große', 'grosse', 'dont', 'dont', 'fine'])
  })
})
