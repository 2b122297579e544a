import type { Message, MessageRole } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstUnkept, keptState, withoutState } from './kept-state.ts'

/** `u`ser, `a`ssistant, `s`ystem, `t`ool; a digit behind an assistant is the id that its answer is kept under. */
const ROLES: Readonly<Record<string, MessageRole>> = { u: 'user', a: 'assistant', s: 'system', d: 'developer', t: 'tool' }
const messageOf = (role: string, id: string): Message => ({
  role: ROLES[role] ?? 'user',
  content: role,
  ...(id === '' ? {} : { native: { dialect: 'openai-responses', items: [], id } }),
})
const history = (text: string): readonly Message[] =>
  [...text.matchAll(/([a-z])(\d?)/g)].map(([, role = '', id = '']) => messageOf(role, id))

describe('REQ-004 where a call goes on from a stored answer', () => {
  it.each([
    ['u a1 u', 2],
    ['u a1 u a2 u', 2],
    ['u a1 t t', 2],
    ['s u a1 u a u', 3],
    ['u a1 u a1 u', 4],
  ])('is after that answer, wherever it is: %s', (text, first) => {
    expect(firstUnkept(history(text), '1')).toBe(first)
  })

  it.each([
    ['u a u', 2],
    ['u a u a t', 2],
    ['u a s u', 2],
    ['s u', 0],
    ['u a t u', 3],
    ['a t', 0],
    ['s', 0],
  ])('EC8 is at the last turn where the answer is not there: %s', (text, first) => {
    expect(firstUnkept(history(text), '1')).toBe(first)
  })

  it('EC8 is at the last turn where nothing comes after the answer', () => {
    expect(firstUnkept(history('u a u a1'), '1')).toBe(2)
  })

  it('EC8 always leaves something to send', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('u', 'a', 'a1', 's', 't', 'd'), { minLength: 1 }), (roles) => {
        const messages = history(roles.join(' '))
        expect(messages.slice(firstUnkept(messages, '1')).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what a call says of state', () => {
  it('needs storing where it goes on from something, or is fetched later', () => {
    expect(keptState({})).toEqual({ previousId: null, needsStore: false })
    expect(keptState({ previous_response_id: 'r' })).toEqual({ previousId: 'r', needsStore: true })
    for (const extra of [{ conversation: 'c' }, { background: true }])
      expect(keptState(extra)).toEqual({ previousId: null, needsStore: true })
    for (const extra of [{ previous_response_id: null }, { previous_response_id: '' }, { conversation: null }, { background: false }]) {
      expect(keptState(extra).needsStore).toBe(false)
    }
  })

  it('can be taken away', () => {
    expect(withoutState({ previous_response_id: 'r', store: true, truncation: 'auto' })).toEqual({ truncation: 'auto' })
  })
})
