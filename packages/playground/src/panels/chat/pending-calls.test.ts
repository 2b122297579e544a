import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { calledName, openCallsAt, pendingCalls, placeOfResult } from './pending-calls.ts'

const call = (id: string, name = 'look_up') => ({ id, type: 'function', function: { name, arguments: '{}' } }) as const
const caller: Message = { role: 'assistant', content: null, toolCalls: [call('a'), call('b', 'add')] }
const result = (toolCallId: string): Message => ({ role: 'tool', toolCallId, content: '1' })
const user: Message = { role: 'user', content: 'Hi' }
const ids = (calls: readonly { id: string }[]) => calls.map(({ id }) => id)

describe('calls', () => {
  it('are open until something answers them before anybody else speaks', () => {
    expect(ids(openCallsAt([caller], 0))).toEqual(['a', 'b'])
    expect(ids(openCallsAt([caller, result('b'), user, result('a')], 0))).toEqual(['a'])
    expect(openCallsAt([caller, result('a'), result('b'), user], 0)).toEqual([])
    expect(openCallsAt([user], 0)).toEqual([])
    expect(openCallsAt([], 3)).toEqual([])
  })
  it('are pending where the conversation ends in them', () => {
    expect(ids(pendingCalls([user, caller]))).toEqual(['a', 'b'])
    expect(ids(pendingCalls([user, caller, result('a')]))).toEqual(['b'])
    expect(pendingCalls([caller, user])).toEqual([])
    expect(pendingCalls([])).toEqual([])
    expect(pendingCalls([result('a')])).toEqual([])
  })
  it('name the result that answers them', () => {
    const history = [caller, result('b'), result('x')]
    expect([0, 1, 2].map((index) => calledName(history, index))).toEqual([null, 'add', null])
  })
  it('have a place for their results: after those that are there', () => {
    const history = [caller, result('a'), user].map((message, index) => Object.assign({ id: `${index}` }, message))
    expect(placeOfResult(history, 0)).toBe(2)
    expect(placeOfResult(history.slice(0, 2), 0)).toBe(2)
  })
})
