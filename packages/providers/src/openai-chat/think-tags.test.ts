import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ThinkTags } from './think-tags.ts'

function read(...deltas: readonly string[]): { thinking: string; text: string; pieces: number } {
  const told = { thinking: '', text: '', pieces: 0 }
  const tags = new ThinkTags({
    thinking: (piece) => {
      told.thinking += piece
      told.pieces += 1
    },
    text: (piece) => {
      told.text += piece
      told.pieces += 1
    },
  })
  for (const delta of deltas) tags.push(delta)
  tags.end()
  return told
}

describe('ThinkTags', () => {
  it.each([
    ['thinking, then text', '<think>why</think>because', 'why', 'because'],
    ['every character within and after the tags', '<think>\na\n</think>\n\nb ', '\na\n', '\n\nb '],
    ['line breaks before the tag', '\n <think>a</think>b', 'a', 'b'],
    ['nothing thought', '<think>\n\n</think>\n\nb', '', '\n\nb'],
    ['thinking that does not end', '<think>a', 'a', ''],
    ['thinking that ends in the beginning of a tag', '<think>a</thi', 'a</thi', ''],
    ['a tag within the text', 'so <think>a</think>', '', 'so <think>a</think>'],
    ['a tag that only begins like one', '<thinking>a', '', '<thinking>a'],
    ['less-than signs', '<think>1 < 2 </b></think>3 < 4', '1 < 2 </b>', '3 < 4'],
    ['a second pair', '<think>a</think>b<think>c</think>', 'a', 'b<think>c</think>'],
    ['white space alone', ' \n', '', ' \n'],
    ['the beginning of a tag alone', '<thi', '', '<thi'],
    ['nothing', '', '', ''],
  ])('reads %s', (_, text, thinking, rest) => {
    expect(read(text)).toMatchObject({ thinking, text: rest })
    expect(read(...Array.from(text))).toMatchObject({ thinking, text: rest })
  })

  it('passes text on at once, once it is clear that no tag begins it', () => {
    expect(read('a', 'b', 'c').pieces).toBe(3)
  })

  it('waits for a tag no longer than a few line breaks', () => {
    expect(read(' '.repeat(100), '<think>a</think>').text).toBe(`${' '.repeat(100)}<think>a</think>`)
  })

  it('takes nothing for a tag once it is told not to', () => {
    const told: string[] = []
    const tags = new ThinkTags({ thinking: (piece) => told.push(`thinking ${piece}`), text: (piece) => told.push(piece) })
    tags.disable()
    tags.push('<think>a</think>')
    expect(told).toEqual(['<think>a</think>'])
  })

  it('reads the same however the text is cut', () => {
    const piece = fc.constantFrom('<think>', '</think>', '<', '/', 'think>', ' ', '\n', 'a', 'b c')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(8), { maxLength: 40 }), (pieces, cuts) => {
        const text = pieces.join('')
        const deltas: string[] = []
        let start = 0
        for (const size of cuts) {
          deltas.push(text.slice(start, start + size))
          start += size
        }
        const { thinking, text: rest } = read(...deltas, text.slice(start))
        expect({ thinking, rest }).toEqual({ thinking: read(text).thinking, rest: read(text).text })
      }),
      { numRuns: 500 },
    )
  })
})
