import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptPieces } from './kept-pieces.ts'

const kept = (text: string) => keptPieces(text).flatMap((piece) => (piece.isKept ? [piece.text] : []))

describe('keptPieces', () => {
  it('keeps what is numbered with a hyphen', () => {
    expect(keptPieces('My order KW-20418 is late.')).toEqual([
      { text: 'My order ', at: 0, isKept: false },
      { text: 'KW-20418', at: 9, isKept: true },
      { text: ' is late.', at: 17, isKept: false },
    ])
    expect(kept('from 2026-11-21, A-1-b and Ü-7')).toEqual(['2026-11-21', 'A-1-b', 'Ü-7'])
  })
  it('leaves words with a hyphen to break as they do', () => {
    expect(kept('a well-known part, - 12, x--1')).toEqual([])
  })
  it('leaves alone what is too long for a line', () => {
    expect(kept('b1f6a1d2-7c3e-4a55-9d53-0f4b1c2d3e4f')).toEqual([])
  })
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('KW', '-', '1', ' ', 'é', '\n', '😀')), (parts) => {
        const text = parts.join('')
        const pieces = keptPieces(text)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const { at, text: part } of pieces) expect(text.slice(at, at + part.length)).toBe(part)
      }),
    )
  })
  it('goes through a very long word once', () => {
    expect(kept('a'.repeat(300_000))).toEqual([])
    expect(kept('a-'.repeat(100_000))).toEqual([])
  })
})
