import { describe, expect, it } from 'vitest'
import { turnSummary } from './last-turn.ts'

describe('turnSummary', () => {
  it('is the text on one line', () => {
    expect(turnSummary({ role: 'user', content: ' a\n\n b ' })).toEqual({ kind: 'text', text: 'a b' })
    expect(turnSummary({ role: 'user', content: [{ type: 'text', text: 'x' }] })).toEqual({ kind: 'text', text: 'x' })
  })
  it('is cut where it is long', () => {
    expect(turnSummary({ role: 'user', content: 'x'.repeat(9999) })).toEqual({ kind: 'text', text: 'x'.repeat(300) })
  })
  it('counts what is attached where nothing is said', () => {
    const image = { type: 'image_url', imageUrl: { url: 'https://example.org/a.png' } } as const
    expect(turnSummary({ role: 'user', content: [image, image] })).toEqual({ kind: 'attachments', count: 2 })
    expect(turnSummary({ role: 'user', content: [{ type: 'text', text: 'Look' }, image] })).toEqual({ kind: 'text', text: 'Look' })
  })
  it('names what is called where nothing is said', () => {
    const toolCalls = [{ id: 'c', type: 'function', function: { name: 'look_up', arguments: '{}' } }] as const
    expect(turnSummary({ role: 'assistant', content: null, toolCalls })).toEqual({ kind: 'calls', names: ['look_up'] })
  })
  it('is empty where there is nothing', () => {
    expect(turnSummary({ role: 'user', content: '  ' })).toEqual({ kind: 'empty' })
    expect(turnSummary({ role: 'user' })).toEqual({ kind: 'empty' })
  })
})
