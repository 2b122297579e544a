import { describe, expect, it } from 'vitest'
import { toFinishReason } from './finish-reason.ts'

const none = { hasRefusal: false, hasCalls: false }

describe('toFinishReason', () => {
  it.each([
    ['stop', 'stop'],
    ['STOP', 'stop'],
    ['eos', 'stop'],
    ['end_turn', 'stop'],
    ['length', 'length'],
    ['MAX_TOKENS', 'length'],
    ['tool_calls', 'tool-calls'],
    ['function_call', 'tool-calls'],
    ['content_filter', 'content-filter'],
    ['refusal', 'refusal'],
    ['pause_turn', 'pause'],
    ['insufficient_system_resource', 'unknown'],
    ['constructor', 'unknown'],
    [null, 'unknown'],
  ] as const)('reads %s as %s', (native, reason) => {
    expect(toFinishReason({ native, ...none })).toBe(reason)
  })

  it('knows a stop after a refusal, and one after a call', () => {
    expect(toFinishReason({ native: 'stop', hasRefusal: true, hasCalls: false })).toBe('refusal')
    expect(toFinishReason({ native: 'stop', hasRefusal: false, hasCalls: true })).toBe('tool-calls')
  })

  it('believes every other reason', () => {
    expect(toFinishReason({ native: 'length', hasRefusal: true, hasCalls: true })).toBe('length')
  })
})
