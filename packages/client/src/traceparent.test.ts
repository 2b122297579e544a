import { describe, expect, it } from 'vitest'
import { traceparent } from './traceparent.ts'

describe('traceparent', () => {
  it('has the form of the standard, with what it is given', () => {
    let next = 0
    expect(traceparent((count) => Uint8Array.from({ length: count }, () => next++))).toBe(
      '00-000102030405060708090a0b0c0d0e0f-1011121314151617-01',
    )
  })

  it('never has an id of zeros only', () => {
    expect(traceparent((count) => new Uint8Array(count))).toBe(`00-${'0'.repeat(31)}1-${'0'.repeat(15)}1-01`)
  })
})
