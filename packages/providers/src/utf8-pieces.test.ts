import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Utf8Pieces } from './utf8-pieces.ts'

function decoded(bytes: Uint8Array, cuts: readonly number[]): string {
  const pieces = new Utf8Pieces()
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  let text = ''
  let start = 0
  for (const place of places) {
    text += pieces.push(bytes.subarray(start, place))
    start = place
  }
  return text + pieces.end()
}

const cuts = fc.array(fc.nat(), { maxLength: 8 })

describe('Utf8Pieces', () => {
  it('gives the text, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), cuts, (text, places) => {
        expect(decoded(Buffer.from(text), places)).toBe(Buffer.from(text).toString('utf8'))
      }),
    )
  })

  it('replaces what is no UTF-8 as the standard decoder does, wherever it is cut', () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xc3, 0xe2, 0xf0, 0x9f, 0x80, 0xed, 0xa0, 0xff))
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 24 }), cuts, (values, places) => {
        const bytes = Uint8Array.from(values)
        expect(decoded(bytes, places)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      }),
      { numRuns: 2_000 },
    )
  })

  it('holds back no more than one character', () => {
    const pieces = new Utf8Pieces()
    expect([...Buffer.from('a🌍b')].map((byte) => pieces.push(Uint8Array.of(byte)))).toEqual(['a', '', '', '', '🌍', 'b'])
    expect(pieces.end()).toBe('')
  })

  it('does not keep the bytes it was given, which their owner may use again', () => {
    const pieces = new Utf8Pieces()
    const bytes = Uint8Array.from(Buffer.from('ü').subarray(0, 1))
    pieces.push(bytes)
    bytes.fill(0)
    expect(pieces.push(Buffer.from('ü').subarray(1))).toBe('ü')
  })
})
