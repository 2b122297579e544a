import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { AnswerParts } from './answer-parts.ts'

function create(): { parts: AnswerParts; events: ProviderEvent[] } {
  const events: ProviderEvent[] = []
  return { parts: new AnswerParts((event) => events.push(event)), events }
}

describe('AnswerParts', () => {
  it('ends what is open in the order of its beginning', () => {
    const { parts, events } = create()
    const call = parts.startCall('a', 'f')
    parts.append('text', 'x')
    parts.append('refusal', 'no')
    parts.appendToCall(call, '{}')
    parts.close()
    expect(events.flatMap((event) => (event.type === 'part-end' ? [[event.index, event.part.kind]] : []))).toEqual([
      [0, 'tool-call'],
      [1, 'text'],
      [2, 'refusal'],
    ])
  })

  it('ends nothing twice', () => {
    const { parts, events } = create()
    parts.append('thinking', 'x')
    parts.close()
    parts.close()
    expect(events).toHaveLength(3)
  })

  it('seals the thinking that is open', () => {
    const { parts, events } = create()
    parts.append('thinking', 'x')
    parts.seal({ signature: 's' })
    parts.append('text', 'y')
    expect(events[2]).toEqual({ type: 'part-end', index: 0, part: { kind: 'thinking', text: 'x', signature: 's' } })
  })

  it('makes a part of its own of a seal without thinking, and leaves the text open', () => {
    const { parts, events } = create()
    parts.append('text', 'a')
    parts.seal({ redacted: 'enc' })
    parts.append('text', 'b')
    parts.close()
    expect(events.map((event) => [event.type, 'index' in event ? event.index : -1])).toEqual([
      ['part-start', 0],
      ['part-delta', 0],
      ['part-start', 1],
      ['part-end', 1],
      ['part-delta', 0],
      ['part-end', 0],
    ])
  })

  it('keeps a second encrypted block apart from the first', () => {
    const { parts, events } = create()
    parts.append('thinking', 'x')
    parts.seal({ redacted: 'one' })
    parts.seal({ redacted: 'two' })
    parts.close()
    const redacted = events.flatMap((event) => (event.type === 'part-end' && event.part.kind === 'thinking' ? [event.part.redacted] : []))
    expect(new Set(redacted)).toEqual(new Set(['one', 'two']))
  })

  it('knows the part that was written to last, and what there is', () => {
    const { parts } = create()
    expect([parts.current, parts.hasRefusal, parts.hasCalls]).toEqual([null, false, false])
    const call = parts.startCall('', '')
    parts.append('refusal', 'no')
    expect([parts.current, parts.hasRefusal, parts.hasCalls]).toEqual([1, true, true])
    parts.appendToCall(call, 'x')
    expect(parts.current).toBe(0)
  })
})
