import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, hasFootnotes, NO_BLOCKS } from './markdown-blocks.ts'
import { isTooDeep, isTooMuch } from './too-much.ts'

const texts = (text: string) => blocksOf(text).blocks.map((block) => block.text)
const piece = fc.constantFrom(
  '# Title\n',
  'Some words.\n',
  'more words',
  '\n',
  '\n\n',
  '- item\n',
  '  - inner\n',
  '1. one\n',
  '> quote\n',
  '```js\n',
  'code()\n',
  '```\n',
  '| a | b |\n',
  '|---|---|\n',
  '| 1 | 2 |\n',
  '[x]: https://example.org\n',
  '**bold',
  '\r\n',
  '<div>\n',
  '---\n',
  '    indented\n',
  'مرحبا\n',
)

describe('blocksOf', () => {
  it('cuts a text where one thing ends and another begins', () => {
    expect(texts('# Title\n\nWords\nand more.\n\n- a\n- b\n\n```js\na\n\nb\n```\nEnd')).toEqual([
      '# Title\n\n',
      'Words\nand more.\n\n',
      '- a\n- b\n\n',
      '```js\na\n\nb\n```\n',
      'End',
    ])
    expect(blocksOf('')).toEqual(NO_BLOCKS)
  })
  it('loses nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { text, blocks } = blocksOf(pieces.join(''))
        expect(text).toBe(pieces.join('').replaceAll('\r\n', '\n'))
        expect(blocks.map((block) => block.text).join('')).toBe(text)
        for (const { at, text: held } of blocks) expect(text.slice(at, at + held.length)).toBe(held)
      }),
    )
  })
  it('makes of a text that grows what it makes of the whole', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (pieces) => {
        let known = NO_BLOCKS
        for (let end = 1; end <= pieces.length; end += 1) known = blocksOf(pieces.slice(0, end).join(''), known)
        expect(known.blocks.map((block) => block.text).join('')).toBe(blocksOf(pieces.join('')).text)
      }),
    )
  })
  it('takes closed blocks as they were, so that they are not drawn anew', () => {
    const before = blocksOf('One.\n\nTwo.\n\nThree.\n\nFour')
    const after = blocksOf(`${before.text} goes on.\n\nFive`, before)
    expect(after.blocks[0]).toBe(before.blocks[0])
    expect(after.blocks[1]).toBe(before.blocks[1])
    expect(after.blocks.map(({ text }) => text)).toEqual(['One.\n\n', 'Two.\n\n', 'Three.\n\n', 'Four goes on.\n\n', 'Five'])
  })
  it('begins anew where the text is another', () => {
    expect(blocksOf('Other\n\ntext', blocksOf('One.\n\nTwo.\n\nThree.')).blocks).toHaveLength(2)
  })
  it('knows the addresses that links of other blocks name', () => {
    expect(blocksOf('See [it][a].\n\n[a]: https://example.org "Title"\n').definitions).toBe('[a]: https://example.org "Title"')
    expect(blocksOf('[^1]: a note').definitions).toBe('')
  })
  it('is not led into the depth', () => {
    for (const sign of ['>', '> ', '- ', '* ', '1. ']) {
      const text = sign.repeat(20_000)
      expect(
        blocksOf(text)
          .blocks.map((block) => block.text)
          .join(''),
      ).toBe(text)
    }
  })
})

describe('hasFootnotes', () => {
  it('finds the notes, not what they are notes to', () => {
    expect(hasFootnotes('Words[^1].\n\n[^1]: A note.')).toBe(true)
    expect(hasFootnotes('Words[^1].')).toBe(false)
  })
})

describe('isTooMuch', () => {
  it.each([
    ['a long paragraph', 'words '.repeat(2_100)],
    ['deep quotes', `${'> '.repeat(12)}x`],
    ['deep lists', `${' '.repeat(40)}- x`],
    ['nothing but marks', '~~a'.repeat(500)],
    ['a table of thousands of cells', `${'|a'.repeat(1_300)}\n`],
    ['open brackets', '['.repeat(900)],
  ])('is so for %s', (_, text) => expect(isTooMuch(text)).toBe(true))
  it.each([
    ['a paragraph', 'Some **bold** words and a [link](https://example.org).'],
    ['long code', `\`\`\`\n${'a_b * c | d\n'.repeat(2_000)}\`\`\``],
    ['a quote in a quote', '> > twice'],
    ['a list in a list', '- a\n  - b\n    - c\n      - d'],
    ['a usual table', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ])('is not so for %s', (_, text) => expect(isTooMuch(text)).toBe(false))
  it('looks at long lines once', () => {
    expect(isTooDeep(' '.repeat(200_000))).toBe(false)
    expect(isTooDeep('1'.repeat(200_000))).toBe(false)
  })
})
