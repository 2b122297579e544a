import { describe, expect, it } from 'vitest'
import { formatMoment } from './format-moment.ts'

const noon = new Date(2026, 10, 21, 12, 5).getTime()
const spaces = (text: string) => text.replaceAll(/\s/g, ' ')

describe('a point in time', () => {
  it('of today is its time', () => {
    expect(spaces(formatMoment(noon, noon + 3_600_000, 'en-US'))).toBe('12:05 PM')
    expect(formatMoment(noon, noon, 'de')).toBe('12:05')
  })

  it('of another day says which', () => {
    expect(spaces(formatMoment(noon, noon + 86_400_000, 'en-US'))).toBe('Nov 21, 2026, 12:05 PM')
  })
})
