import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shellExpanded, shellWord } from './shell.ts'

describe('a word of a shell', () => {
  it.each([
    ['plain', 'plain'],
    ['https://example.org/v1?a=b', "'https://example.org/v1?a=b'"],
    ['https://example.org/v1', 'https://example.org/v1'],
    ["it's", "'it'\\''s'"],
    ['', "''"],
    ['$HOME `x` "y" \\', `'$HOME \`x\` "y" \\'`],
    ['two\nlines', "'two\nlines'"],
    ['é', "'é'"],
  ])('for %j is %s', (text, word) => {
    expect(shellWord(text)).toBe(word)
  })

  it('has every quote of its text outside of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", 'a', ' ', '\\', '$') }), (text) => {
        const word = shellWord(text)
        const read = word.startsWith("'") ? word.slice(1, -1).replaceAll(String.raw`'\''`, "'") : word
        expect(read).toBe(text)
      }),
    )
  })
})

describe('text that a shell expands', () => {
  it('holds nothing that would be', () => {
    expect(shellExpanded('$HOME $(x) `y` \\n "z" \'w\'')).toBe('\\$HOME \\$(x) \\`y\\` \\\\n "z" \'w\'')
  })
})
