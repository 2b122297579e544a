import { describe, expect, it } from 'vitest'
import { sizeOf } from './frame-size.ts'

describe('sizeOf', () => {
  it.each([
    [null, 'wide'],
    [1440, 'wide'],
    [900, 'wide'],
    [899.5, 'medium'],
    [600, 'medium'],
    [390, 'small'],
  ])('calls %s px %s', (width, name) => {
    expect(sizeOf(width)).toBe(name)
  })
})
