import type { ModelSettings, Tool, ToolLoop } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { patchOf } from './prompt-patch.ts'
import type { EnhancedPrompt } from './prompt.ts'

const tool = (name: string, rest: object = {}): Tool => ({ type: 'function', function: { name, ...rest } })
const [A, B] = [tool('a'), tool('b')]
const LOOP: ToolLoop = { results: { a: { type: 'text', text: '1' }, b: { type: 'json', value: {} } } }
const promptOf = (settings: Partial<ModelSettings>): EnhancedPrompt => ({
  sessionId: 's',
  mode: 'completion',
  messages: [],
  llmConfig: { model: 'm', ...settings },
  templateFormat: 'curly',
  variables: [],
})
const before = { tools: [A, B], toolLoop: LOOP }
const keyOf = (after: Partial<ModelSettings>, from: Partial<ModelSettings> = before) =>
  patchOf(promptOf(from), { llmConfig: { model: 'm', ...from, ...after } }).joinKey

describe('typing into a tool', () => {
  it('is one step for each tool, also where its result goes by the new name', () => {
    const typed = keyOf({ tools: [tool('ab'), B] })
    expect(typed).toBeDefined()
    expect(keyOf({ tools: [tool('abc'), B], toolLoop: { results: { abc: LOOP.results['a'] ?? { type: 'text', text: '' } } } })).toBe(typed)
    expect(keyOf({ tools: [A, tool('bc')] })).not.toBe(typed)
  })

  it('is joined with nothing that is added, taken away, moved or switched', () => {
    expect(keyOf({ tools: [A, B, tool('c')] })).toBeUndefined()
    expect(keyOf({ tools: [A] })).toBeUndefined()
    expect(keyOf({ tools: [B, A] })).toBeUndefined()
    expect(keyOf({ tools: [tool('a', { strict: true }), B] })).toBeUndefined()
    expect(keyOf({ toolChoice: 'none' })).toBeUndefined()
  })
})

describe('typing a result', () => {
  it('is one step for each tool', () => {
    const typed = keyOf({ toolLoop: { results: { ...LOOP.results, a: { type: 'text', text: '12' } } } })
    expect(typed).toBe('setting tool result a')
    expect(keyOf({ toolLoop: { results: { ...LOOP.results, b: { type: 'json', value: [] } } } })).not.toBe(typed)
  })

  it('is joined with nothing that makes it another kind, brings it or takes it away', () => {
    expect(keyOf({ toolLoop: { results: { ...LOOP.results, a: { type: 'json', value: 1 } } } })).toBeUndefined()
    expect(keyOf({ toolLoop: { results: {} } })).toBeUndefined()
    expect(keyOf({ toolLoop: LOOP }, { tools: [A] })).toBeUndefined()
  })

  it('is apart from the number of rounds', () => {
    expect(keyOf({ toolLoop: { ...LOOP, maxRounds: 2 } })).toBe('setting tool rounds')
  })
})
