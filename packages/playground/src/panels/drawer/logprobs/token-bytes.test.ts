import { describe, expect, it } from 'vitest'
import { bytesOf, hexOf, wholeCharacter } from './token-bytes.ts'
import { tokenName } from './token-name.ts'
import { tokensOf } from './tokens.ts'

const tokens = (...texts: readonly string[]) => tokensOf([{ index: 0, tokens: texts.map((token) => ({ token, logprob: -0.1 })) }])

describe('bytesOf', () => {
  it('reads the forms in which providers write parts of characters', () => {
    expect(bytesOf('bytes:\\xf0\\x9f')).toEqual([0xf0, 0x9f])
    expect(bytesOf('\\xE2\\x80')).toEqual([0xe2, 0x80])
    expect(bytesOf('bytes: \\xf0')).toEqual([0x20, 0xf0])
  })
  it.each(['', 'a', '\\x41', 'bytes:', '\\xzz', 'x\\xf0', '�'])('takes %j for text', (text) => expect(bytesOf(text)).toBeNull())
  it('writes bytes as people do', () => expect(hexOf([0x0a, 0xf0])).toBe('0A F0'))
})

describe('wholeCharacter', () => {
  it('puts a character together from the tokens that it was cut into', () => {
    const cut = tokens('Well', 'bytes: \\xf0\\x9f', 'bytes:\\x8e', 'bytes:\\x89', '!')
    for (const at of [1, 2, 3]) expect(wholeCharacter(cut, at)).toBe('🎉')
  })
  it('is nothing where the rest of it never came, and nothing for text', () => {
    expect(wholeCharacter(tokens('a', '\\xf0\\x9f'), 1)).toBeNull()
    expect(wholeCharacter(tokens('a', 'b'), 1)).toBeNull()
  })
})

describe('tokenName', () => {
  it.each([
    [' the', '␣the'],
    ['bytes:\\xf0\\x9f', 'F0 9F'],
    ['', '∅'],
  ])('writes %j as %s', (text, name) => expect(tokenName(text)).toBe(name))
})
