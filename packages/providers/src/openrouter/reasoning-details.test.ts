import { describe, expect, it } from 'vitest'
import { ReasoningDetails } from './reasoning-details.ts'

const gathered = (pieces: readonly unknown[], isWhole = false): readonly unknown[] => {
  const details = new ReasoningDetails()
  for (const piece of pieces) details.add([piece], isWhole)
  return details.toList()
}
const text = (part: string, rest: object = {}): object => ({
  type: 'reasoning.text',
  text: part,
  index: 0,
  format: 'anthropic-claude-v1',
  ...rest,
})

describe('reasoning details', () => {
  it('put the pieces of a block together and its signature to it, so that what was signed goes back', () => {
    const signature = { type: 'reasoning.text', signature: 'c2ln', index: 0, format: 'anthropic-claude-v1' }
    expect(gathered([text('Let'), text(' me'), text(' see.'), signature])).toEqual([
      { type: 'reasoning.text', text: 'Let me see.', signature: 'c2ln', index: 0, format: 'anthropic-claude-v1' },
    ])
  })

  it('keep blocks of another index, kind or id apart, in the order in which they began', () => {
    const pieces = [
      text('one'),
      text('two', { index: 1 }),
      { type: 'reasoning.summary', summary: 'In ', index: 0 },
      { type: 'reasoning.summary', summary: 'short', index: 0 },
      text('+'),
      text('a', { index: 2, id: 'x' }),
      text('b', { index: 2, id: 'y' }),
    ]
    expect(gathered(pieces)).toMatchObject([
      { text: 'one+' },
      { text: 'two' },
      { summary: 'In short' },
      { text: 'a', id: 'x' },
      { text: 'b', id: 'y' },
    ])
  })

  it('begin another block where text follows a signature', () => {
    expect(gathered([text('a', { signature: 's1' }), text('b', { signature: 's2' })])).toMatchObject([
      { text: 'a', signature: 's1' },
      { text: 'b', signature: 's2' },
    ])
  })

  it('join pieces that are not numbered', () => {
    const unnumbered = (part: string): object => ({ type: 'reasoning.text', text: part })
    expect(gathered([unnumbered('a'), unnumbered('b')])).toEqual([{ type: 'reasoning.text', text: 'ab' }])
  })

  it('leave alone what comes whole, is encrypted, or is of no known kind', () => {
    const odd = [
      { type: 'reasoning.encrypted', data: 'AAA=', index: 0, id: 'rs_1' },
      { type: 'reasoning.encrypted', data: 'BBB=', index: 0, id: 'rs_1' },
      { type: 'reasoning.server_tool_call', tool_name: 'search', arguments: '{}', result: '[]' },
      { type: 'reasoning.new', text: 'a', index: 0 },
      { type: 'reasoning.new', text: 'b', index: 0 },
      'a text',
      null,
    ]
    const list = gathered(odd)
    expect(list).toEqual(odd)
    for (const [position, detail] of list.entries()) expect(detail).toBe(odd[position])
  })

  it('take the blocks of a whole message as they are, also where they look like pieces', () => {
    const blocks = [text('a'), text('b')]
    expect(gathered(blocks, true)).toEqual(blocks)
  })

  it('change nothing of what they were given', () => {
    const first = Object.freeze(text('a'))
    gathered([first, text('b')])
    expect(first).toEqual(text('a'))
  })

  it('pass over a field that is no list', () => {
    const details = new ReasoningDetails()
    for (const value of [null, undefined, 'x', {}, []]) details.add(value, false)
    expect(details.toList()).toEqual([])
  })

  it('do linear work on 100,000 pieces', () => {
    const details = new ReasoningDetails()
    for (let piece = 0; piece < 100_000; piece += 1) details.add([text('word ', { index: piece % 7 })], false)
    expect(details.toList()).toHaveLength(7)
    expect(details.toList()[0]).toMatchObject({ text: 'word '.repeat(Math.ceil(100_000 / 7)) })
  })
})
