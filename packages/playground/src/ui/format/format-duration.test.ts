import { describe, expect, it } from 'vitest'
import { formatClock, formatDuration } from './format-duration.ts'

describe('formatDuration', () => {
  it.each([
    [0, '0ms'],
    [840, '840ms'],
    [999.4, '999ms'],
    [999.6, '1.0s'],
    [3210, '3.2s'],
    [59_940, '59.9s'],
    [59_960, '1m 0s'],
    [64_000, '1m 4s'],
    [7_500_000, '2h 5m'],
    [-5, '0ms'],
  ])('writes %d as %s', (durationMs, text) => {
    expect(formatDuration(durationMs, 'en')).toBe(text)
  })
  it('writes a moment that was not reached as a dash', () => {
    expect(formatDuration(null, 'en')).toBe('–')
  })
  it("uses the reader's decimal mark", () => {
    expect(formatDuration(3210, 'de')).toBe('3,2s')
  })
})

describe('formatClock', () => {
  it.each([
    [0, '00:00'],
    [14_900, '00:14'],
    [723_000, '12:03'],
    [3_723_000, '1:02:03'],
  ])('writes %d as %s', (durationMs, text) => {
    expect(formatClock(durationMs)).toBe(text)
  })
})
