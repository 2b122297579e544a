import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesIn, firstBytes, toBase64 } from './base64.ts'

describe('base64', () => {
  it('gives the bytes back, and knows how many there are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64(bytes)
        expect(firstBytes(text, 300)).toEqual(bytes)
        expect(bytesIn(text)).toBe(bytes.length)
      }),
    )
  })
  it('is written of more bytes than a call takes arguments', () => {
    const bytes = new Uint8Array(300_000).fill(65)
    expect(bytesIn(toBase64(bytes))).toBe(300_000)
  })
  it('reads no more of the beginning than is asked for', () => {
    expect(firstBytes('QUJDREVG', 3)).toEqual(Uint8Array.from([65, 66, 67]))
    expect(firstBytes('-_-_', 3)).toEqual(firstBytes('+/+/', 3))
  })
  it('reads nothing in what is none', () => {
    expect(firstBytes('<svg>', 9)).toHaveLength(0)
  })
})
