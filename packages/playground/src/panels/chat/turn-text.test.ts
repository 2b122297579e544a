import { describe, expect, it } from 'vitest'
import { turnText } from './turn-text.ts'

const call = { id: 'c', type: 'function', function: { name: 'look_up', arguments: '{"q":1}' } } as const

describe('turnText', () => {
  it('is the words', () => {
    expect(turnText({ id: 'x', role: 'user', content: 'Hi' }, 'text')).toBe('Hi')
    expect(turnText({ id: 'x', role: 'assistant', content: null, toolCalls: [call] }, 'text')).toBe('look_up({"q":1})')
  })
  it('is the words under who said them', () => {
    expect(turnText({ id: 'x', role: 'user', content: 'Hi' }, 'markdown')).toBe('## user\n\nHi')
  })
  it('is the message as it is sent, without what means something here only', () => {
    const text = turnText({ id: 'x', role: 'assistant', content: 'Hi', toolCalls: [call] }, 'json')
    expect(JSON.parse(text)).toEqual({ role: 'assistant', content: 'Hi', tool_calls: [call] })
  })
})
