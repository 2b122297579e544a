import { describe, expect, it } from 'vitest'
import { instant } from './instant.ts'

describe('instant', () => {
  it.each([0, 1, 999, 1000, 1_760_000_000_000, 1_760_000_000_001.9, 1_760_000_000_999, 1_760_000_001_000, 951_782_400_123])(
    'writes %d as the standard does',
    (epochMs) => {
      expect(instant(epochMs)).toBe(new Date(epochMs).toISOString())
    },
  )

  it('goes back as well as forward', () => {
    expect([5000, 1000, 5000].map(instant)).toEqual(['1970-01-01T00:00:05.000Z', '1970-01-01T00:00:01.000Z', '1970-01-01T00:00:05.000Z'])
  })
})
