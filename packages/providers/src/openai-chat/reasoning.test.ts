import { describe, expect, it } from 'vitest'
import type { ThinkingSeal } from '../dialect/answer-parts.ts'
import { ReasoningReader } from './reasoning.ts'

function read(...deltas: readonly Readonly<Record<string, unknown>>[]): { text: string; seals: ThinkingSeal[]; told: boolean[] } {
  const seals: ThinkingSeal[] = []
  let text = ''
  const reader = new ReasoningReader({
    thinking: (piece) => {
      text += piece
    },
    seal: (seal) => seals.push(seal),
  })
  const told = deltas.map((delta) => reader.read(delta))
  return { text, seals, told }
}

const both = (piece: string): object => ({ reasoning: piece, reasoning_details: [{ text: piece }] })

describe('ReasoningReader', () => {
  it.each([
    ['reasoning_content', { reasoning_content: 'Hm' }],
    ['reasoning', { reasoning: 'Hm' }],
    ['thinking_blocks', { thinking_blocks: [{ type: 'thinking', thinking: 'Hm' }] }],
    ['reasoning_details as text', { reasoning_details: [{ type: 'reasoning.text', text: 'Hm' }] }],
    ['reasoning_details as a summary', { reasoning_details: [{ type: 'reasoning.summary', summary: 'Hm' }] }],
    [
      'all of them at once',
      {
        reasoning_content: 'Hm',
        reasoning: 'Hm',
        thinking_blocks: [{ thinking: 'Hm' }],
        reasoning_details: [{ text: 'Hm' }],
      },
    ],
  ])('reads thinking from %s', (_, delta) => {
    expect(read(delta)).toEqual({ text: 'Hm', seals: [], told: [true] })
  })

  it('joins several blocks of one delta', () => {
    expect(read({ reasoning_details: [{ text: 'a' }, { text: 'b' }] }).text).toBe('ab')
  })

  it('keeps to the field that it began with', () => {
    expect(read({ ...both('a') }, { ...both('b') }, { reasoning: 'c' }).text).toBe('abc')
  })

  it('follows where the thinking moves to another field', () => {
    expect(read({ reasoning: 'a' }, { reasoning: null, reasoning_details: [{ text: 'b' }] }).text).toBe('ab')
  })

  it('does not read the whole again where another field repeats it at the end', () => {
    const repeated = read({ reasoning_content: 'a' }, { reasoning_content: 'b' }, { thinking_blocks: [{ thinking: 'ab', signature: 's' }] })
    expect(repeated).toEqual({ text: 'ab', seals: [{ signature: 's' }], told: [true, true, false] })
  })

  it('reads signatures and what is encrypted, once each', () => {
    const { text, seals } = read({
      thinking_blocks: [
        { type: 'thinking', thinking: '', signature: 'sig' },
        { type: 'redacted_thinking', data: 'xyz' },
      ],
      reasoning_details: [
        { type: 'reasoning.text', text: '', signature: 'sig' },
        { type: 'reasoning.encrypted', data: 'enc' },
      ],
    })
    expect(text).toBe('')
    expect(seals).toEqual([{ signature: 'sig' }, { redacted: 'xyz' }, { redacted: 'enc' }])
  })

  it.each([{}, { reasoning: '' }, { reasoning: null, reasoning_details: [] }, { reasoning_content: 7 }, { thinking_blocks: 'x'.slice(1) }])(
    'reads none from %o',
    (delta) => {
      expect(read(delta)).toEqual({ text: '', seals: [], told: [false] })
    },
  )
})
