import { describe, expect, it } from 'vitest'
import { type Cell, type CellPart, EMPTY_CELL } from '../../state/cell.ts'
import { answerMessages } from './answer-messages.ts'

const part = (index: number, kind: CellPart['kind'], text: string, rest: Partial<CellPart> = {}): CellPart => ({
  index,
  kind,
  text,
  id: '',
  name: '',
  ...rest,
})
const called = (index: number, id: string, result?: string) =>
  part(index, 'tool-call', '{"q":1}', { id, name: 'look_up', ...(result !== undefined && { result }) })
const callOf = (id: string) => ({ id, type: 'function', function: { name: 'look_up', arguments: '{"q":1}' } })
const done = (rest: Partial<Cell>): Cell => ({ ...EMPTY_CELL, state: 'done', ...rest })

describe('answerMessages', () => {
  it('is the answer alone where no call was answered on the way', () => {
    const message = { role: 'assistant', content: 'A' } as const
    expect(answerMessages(done({ text: 'A', message, parts: [part(0, 'text', 'A')] }))).toEqual([message])
    expect(answerMessages(done({ parts: [called(0, 'c')], toolCalls: [] }))).toEqual([])
    expect(answerMessages(EMPTY_CELL)).toEqual([])
  })
  it('has the rounds before it: what was said and called, then the results', () => {
    const message = { role: 'assistant', content: 'It is 42.' } as const
    const parts = [
      part(0, 'thinking', 'Hm'),
      part(1, 'text', 'Let me see.'),
      called(2, 'a', '41'),
      called(3, 'b', '42'),
      called(4, 'c', '43'),
      part(5, 'text', 'It is 42.'),
    ]
    expect(answerMessages(done({ text: 'It is 42.', message, parts }))).toEqual([
      { role: 'assistant', content: 'Let me see.', toolCalls: [callOf('a'), callOf('b'), callOf('c')] },
      { role: 'tool', toolCallId: 'a', content: '41' },
      { role: 'tool', toolCallId: 'b', content: '42' },
      { role: 'tool', toolCallId: 'c', content: '43' },
      message,
    ])
  })
  it('parts the rounds where something was said between them', () => {
    const parts = [called(0, 'a', '1'), part(1, 'text', 'More.'), called(2, 'b', '2'), part(3, 'text', 'End.')]
    const message = { role: 'assistant', content: 'End.' } as const
    expect(answerMessages(done({ text: 'End.', message, parts })).map(({ role, content }) => [role, content])).toEqual([
      ['assistant', null],
      ['tool', '1'],
      ['assistant', 'More.'],
      ['tool', '2'],
      ['assistant', 'End.'],
    ])
  })
  it('says of a run that was stopped in a later round nothing twice', () => {
    const parts = [part(0, 'text', 'First.'), called(1, 'a', '1'), part(2, 'text', 'Sec')]
    const cell: Cell = { ...EMPTY_CELL, state: 'stopped', text: 'First.Sec', toolCalls: [], parts }
    expect(answerMessages(cell).map(({ content }) => content)).toEqual(['First.', '1', 'Sec'])
    expect(answerMessages({ ...cell, state: 'streaming' })).toEqual([])
    expect(answerMessages({ ...cell, state: 'failed' })).toEqual([])
  })
})
