import { describe, expect, it } from 'vitest'
import { decimalDigit } from './decimal-digit.ts'
import { isPySpace, pyStrip } from './whitespace.ts'

describe('isPySpace', () => {
  it('takes exactly the characters that Python takes', () => {
    const spaces = Array.from({ length: 0x10000 }, (_, code) => code).filter(isPySpace)
    const expected = [9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]
    for (let code = 0x2000; code <= 0x200a; code++) expected.push(code)
    expect(spaces).toEqual(expected.toSorted((left, right) => left - right))
  })
})

describe('pyStrip', () => {
  it('strips both ends and nothing inside, and keeps what only JavaScript calls white space', () => {
    expect(pyStrip(' \t\u001c a b \u0085\n')).toBe('a b')
    expect(pyStrip('\ufeffa\ufeff')).toBe('\ufeffa\ufeff')
    expect(pyStrip(' \n ')).toBe('')
  })
})

describe('decimalDigit', () => {
  it.each([
    ['0', 0],
    ['9', 9],
    ['٣', 3],
    ['९', 9],
    ['𝟘', 0],
    ['𝟡', 9],
    ['a', -1],
    ['²', -1],
    ['½', -1],
    ['', -1],
  ])('reads %j as %i', (character, value) => {
    expect(decimalDigit(character)).toBe(value)
  })
})
