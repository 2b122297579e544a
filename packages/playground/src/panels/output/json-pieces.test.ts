import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonPieces, looksLikeJson, onOneLine } from './json-pieces.ts'

describe('looksLikeJson', () => {
  it.each(['{"a": 1}', '  {\n  "a"', '[1, 2]', '[]', '{}', '[{"a":1}]', '{', '[-1]'])('holds for %s', (text) => {
    expect(looksLikeJson(text)).toBe(true)
  })
  it.each(['', 'Hello', '{name} is here', '[see below]', '1', '"text"', '{{x}}'])('does not hold for %s', (text) => {
    expect(looksLikeJson(text)).toBe(false)
  })
})

describe('jsonPieces', () => {
  it('cuts names from values', () => {
    expect(jsonPieces('{"intent": "refund", "a\\"b": 2}')).toEqual([
      { text: '{', at: 0, isKey: false },
      { text: '"intent":', at: 1, isKey: true },
      { text: ' "refund", ', at: 10, isKey: false },
      { text: '"a\\"b":', at: 21, isKey: true },
      { text: ' 2}', at: 28, isKey: false },
    ])
  })
  it('loses nothing, wherever the text breaks off', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        const text = json.slice(0, cut)
        expect(
          jsonPieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('onOneLine', () => {
  it('takes out line ends and indents', () => {
    expect(onOneLine('{\n  "a": 1,\n  "b": 2\n}')).toBe('{ "a": 1, "b": 2 }')
  })
})
