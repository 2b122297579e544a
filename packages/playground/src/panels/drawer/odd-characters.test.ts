import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterPieces, legible, signOf } from './odd-characters.ts'

describe('characterPieces', () => {
  it('leaves text as it is', () => {
    for (const text of ['Hello', ' a b ', 'مرحبا', '日本', 'می‌خواهم', '👩‍🚀', 'é'])
      expect(characterPieces(text)).toEqual([{ kind: 'text', text }])
    expect(characterPieces('')).toEqual([])
  })
  it('puts signs in the place of what nobody sees', () => {
    expect(characterPieces('a\nb\t')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'sign', text: '↵' },
      { kind: 'text', text: 'b' },
      { kind: 'sign', text: '⇥' },
    ])
  })
  it('keeps marks of direction from turning the text around', () => {
    expect(characterPieces('a\u202Eb')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'sign', text: 'U+202E' },
      { kind: 'text', text: 'b' },
    ])
    expect(characterPieces('\u2068x')[0]).toEqual({ kind: 'sign', text: 'U+2068' })
  })
  it('shows a joiner that stands alone, and halves of pairs', () => {
    expect(characterPieces('\u200D')).toEqual([{ kind: 'sign', text: 'U+200D' }])
    expect(characterPieces('\uD83D')).toEqual([{ kind: 'sign', text: 'U+D83D' }])
  })
  it('never leaves one in the text', () => {
    const odd = fc.constantFrom('\u0000', '\r', '\n', '\u200B', '\u202E', '\uFEFF', '\u2028', 'a', ' ', 'é', '🎉')
    fc.assert(
      fc.property(fc.array(odd), (characters) => {
        const texts = characterPieces(characters.join('')).filter(({ kind }) => kind === 'text')
        expect(texts.every(({ text }) => !/[\p{Cc}\u200B\u202E\uFEFF\u2028]/u.test(text))).toBe(true)
        const signs = characterPieces(characters.join('')).filter(({ kind }) => kind === 'sign')
        expect(signs).toHaveLength(characters.filter((character) => !['a', ' ', 'é', '🎉'].includes(character)).length)
      }),
    )
  })
})

describe('signOf', () => {
  it.each([
    ['\r', '␍'],
    ['\u0000', '␀'],
    ['\u001B', '␛'],
    ['\u007F', '␡'],
    ['\u200B', 'U+200B'],
    ['\uFFFD', '\uFFFD'],
  ])('is readable for %j', (character, sign) => expect(signOf(character)).toBe(sign))
})

describe('legible', () => {
  it.each([
    ['', '∅'],
    [' ', '␣'],
    [' the', '␣the'],
    ['\n\n', '↵↵'],
    ['\u0301', '◌\u0301'],
    ['a b', 'a␣b'],
  ])('writes %j as %s', (text, written) => expect(legible(text)).toBe(written))
})
