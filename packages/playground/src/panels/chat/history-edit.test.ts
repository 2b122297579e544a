import type { Message } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_CELL } from '../../state/cell.ts'
import {
  answerMessage,
  cutAfter,
  cutFrom,
  cutUpTo,
  edited,
  endsIn,
  type History,
  newId,
  nextRole,
  sameMessage,
  shifted,
  withAnswer,
  withMessage,
  withoutMessage,
  withReply,
} from './history-edit.ts'

const history: History = [
  { id: 'x', role: 'user', content: 'Hi' },
  { id: 'turn-3', role: 'assistant', content: 'Hello' },
]
const said = (messages: History) => messages.map(({ role, content }) => `${role}: ${typeof content === 'string' ? content : '–'}`)

describe('newId', () => {
  it('is nobody else’s, whatever was put in and taken out', () => {
    expect(newId([])).toBe('turn-1')
    expect(newId(history)).toBe('turn-4')
    fc.assert(
      fc.property(fc.array(fc.constantFrom('add', 'drop')), (steps) => {
        let messages: History = history
        for (const step of steps)
          messages = step === 'add' ? withMessage(messages, { role: 'user', content: '' }, 1) : messages.slice(0, -1)
        expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
      }),
    )
  })
})

describe('editing', () => {
  it('puts a message in where it is wanted', () => {
    expect(said(withMessage(history, { role: 'user', content: 'x' }, 1))).toEqual(['user: Hi', 'user: x', 'assistant: Hello'])
    expect(said(withMessage(history, { role: 'user', content: 'x' })).at(-1)).toBe('user: x')
  })
  it('takes one out, or one and all after it', () => {
    expect(said(withoutMessage(history, 'x'))).toEqual(['assistant: Hello'])
    expect(cutFrom(history, 'turn-3')).toHaveLength(1)
    expect(cutFrom(history, 'x')).toEqual([])
    expect(cutFrom(history, 'gone')).toBe(history)
  })
  it('cuts what comes after one, or what comes up to it', () => {
    expect(said(cutAfter(history, 'x'))).toEqual(['user: Hi'])
    expect(cutAfter(history, 'gone')).toBe(history)
    expect(said(cutUpTo(history, 'x'))).toEqual(['assistant: Hello'])
    expect(cutUpTo(history, 'turn-3')).toEqual([])
    expect(cutUpTo(history, 'gone')).toEqual(history)
  })
  it('tells messages apart by what they say', () => {
    expect(sameMessage({ role: 'tool', toolCallId: 'a', content: '1' }, { role: 'tool', toolCallId: 'b', content: '1' })).toBe(false)
    expect(sameMessage({ role: 'assistant', content: null }, { role: 'assistant' })).toBe(true)
    expect(sameMessage({ role: 'assistant', refusal: 'no' }, { role: 'assistant' })).toBe(false)
  })
  it('changes words and role, never the identity', () => {
    expect(edited(history, 'x', { content: 'Hey', role: 'system' })[0]).toEqual({ id: 'x', role: 'system', content: 'Hey' })
  })
  it('moves a message, and not beyond the ends', () => {
    expect(said(shifted(history, 'x', 1))).toEqual(['assistant: Hello', 'user: Hi'])
    expect(shifted(history, 'x', -1)).toBe(history)
    expect(shifted(history, 'turn-3', 1)).toBe(history)
    expect(shifted(history, 'gone', 1)).toBe(history)
  })
  it('lets the other one speak next', () => {
    expect(nextRole(history, 1)).toBe('assistant')
    expect(nextRole(history, 2)).toBe('user')
    expect(nextRole([], 0)).toBe('user')
  })
})

const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } } as const

describe('answerMessage', () => {
  it('keeps what was said, calls included', () => {
    expect(answerMessage({ ...EMPTY_CELL, state: 'done', text: 'A' })).toEqual({ role: 'assistant', content: 'A' })
    expect(answerMessage({ ...EMPTY_CELL, state: 'done', toolCalls: [call] })).toEqual({
      role: 'assistant',
      content: null,
      toolCalls: [call],
    })
    expect(answerMessage({ ...EMPTY_CELL, state: 'done', refusal: 'no' })).toMatchObject({ content: '', refusal: 'no' })
  })
  it('is the answer as it came, with what only its provider can read', () => {
    const message: Message = {
      role: 'assistant',
      content: 'A',
      thinking: [{ text: 'Hm', signature: 'sig' }],
      native: { dialect: 'anthropic-messages', items: [{ type: 'thinking', thinking: 'Hm', signature: 'sig' }] },
    }
    const answer = answerMessage({ ...EMPTY_CELL, state: 'done', text: 'A', message })
    expect(answer).toEqual(message)
    const answered = answer === null ? [] : [answer]
    const [, , kept] = withReply(history, answered, { content: 'Go on' })
    expect(kept).toMatchObject({ thinking: message.thinking, native: message.native })
    const [, , changed] = edited(withReply(history, answered, { content: 'Go on' }), kept?.id ?? '', { content: 'B' })
    expect(changed).toEqual({ id: kept?.id, role: 'assistant', content: 'B' })
  })
  it('keeps what a stopped run said so far', () => {
    expect(answerMessage({ ...EMPTY_CELL, state: 'stopped', text: 'A par' })).toMatchObject({ content: 'A par' })
  })
  it('has nothing to keep of a run that failed, goes on, or said nothing', () => {
    expect(answerMessage({ ...EMPTY_CELL, state: 'failed', text: 'A' })).toBeNull()
    expect(answerMessage({ ...EMPTY_CELL, state: 'streaming', text: 'A' })).toBeNull()
    expect(answerMessage({ ...EMPTY_CELL, state: 'done' })).toBeNull()
  })
})

describe('withReply', () => {
  const answer = [{ role: 'assistant', content: 'Fine' }] as const
  it('hears the answer before it replies', () => {
    expect(said(withReply(history, answer, { content: 'Good' }))).toEqual(['user: Hi', 'assistant: Hello', 'assistant: Fine', 'user: Good'])
  })
  it('does not hear the same answer twice', () => {
    const heard = withAnswer(history, answer)
    expect(endsIn(heard, answer)).toBe(true)
    expect(withAnswer(heard, answer)).toBe(heard)
    expect(said(withReply(heard, answer, { content: 'Good' }))).toHaveLength(4)
  })
  it('takes in an answer of several rounds as a whole, or finds it there', () => {
    const rounds: readonly Message[] = [
      { role: 'assistant', content: null, toolCalls: [call] },
      { role: 'tool', toolCallId: 'c', content: '42' },
      { role: 'assistant', content: 'It is 42.' },
    ]
    const heard = withAnswer(history, rounds)
    expect(heard).toHaveLength(5)
    expect(withAnswer(heard, rounds)).toBe(heard)
    expect(new Set(heard.map(({ id }) => id)).size).toBe(5)
  })
  it('begins a conversation', () => {
    expect(said(withReply([], [], { content: 'Hi' }))).toEqual(['user: Hi'])
    expect(endsIn([], [])).toBe(false)
  })
  it('answers calls before it says anything, and needs to say nothing else', () => {
    const results = [
      ['c', '42'],
      ['d', '43'],
    ] as const
    expect(withReply([], [], { content: '', results }).map(({ role, toolCallId }) => [role, toolCallId])).toEqual([
      ['tool', 'c'],
      ['tool', 'd'],
    ])
    expect(said(withReply([], [], { content: 'And?', results }))).toEqual(['tool: 42', 'tool: 43', 'user: And?'])
  })
})
