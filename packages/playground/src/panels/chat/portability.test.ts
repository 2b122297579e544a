import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { dialectOf, notCarried } from './portability.ts'

const by = (dialect: string, ...items: readonly unknown[]): Message => ({ role: 'assistant', content: 'A', native: { dialect, items } })

describe('dialectOf', () => {
  it('is what answers of the provider are named by', () => {
    expect(dialectOf({ provider: 'anthropic' }, {})).toBe('anthropic')
    expect(dialectOf({ provider: 'openrouter' }, {})).toBe('openrouter')
    expect(dialectOf({ provider: 'mistral' }, {})).toBe('openai-chat')
  })
  it('follows the API that is set, or that the model alone has', () => {
    expect(dialectOf({ provider: 'openai' }, { api: 'responses' })).toBe('openai-responses')
    expect(dialectOf({ provider: 'openai' }, { api: 'chat' })).toBe('openai-chat')
    expect(dialectOf({ provider: 'openai', api: ['responses'] }, { api: 'auto' })).toBe('openai-responses')
  })
  it('is not guessed', () => {
    expect(dialectOf(null, {})).toBeNull()
    expect(dialectOf({ provider: 'openai', api: ['chat', 'responses'] }, {})).toBeNull()
    expect(dialectOf({ provider: 'demo' }, {})).toBeNull()
  })
})

describe('notCarried', () => {
  const thought = { type: 'thinking', thinking: 'Hm', signature: 's' }
  const search = { type: 'server_tool_use', name: 'web_search' }
  it('counts the answers whose thoughts or items stay behind', () => {
    const history = [by('anthropic', thought, search), by('anthropic', thought), by('openai-responses', { type: 'reasoning' })]
    expect(notCarried(history, 'openai-chat')).toEqual([
      { dialect: 'anthropic', thoughts: 2, items: 1 },
      { dialect: 'openai-responses', thoughts: 1, items: 0 },
    ])
  })
  it('says nothing of what goes along, holds nothing, or goes nobody knows where', () => {
    expect(notCarried([by('anthropic', thought)], 'anthropic')).toEqual([])
    expect(notCarried([by('anthropic')], 'openai-chat')).toEqual([])
    expect(notCarried([by('anthropic', thought)], null)).toEqual([])
    expect(notCarried([{ role: 'user', content: 'Hi' }], 'openai-chat')).toEqual([])
  })
  it('takes items of any kind', () => {
    expect(notCarried([by('x', null, 'text', 3, { type: 4 })], 'openai-chat')).toEqual([{ dialect: 'x', thoughts: 0, items: 1 }])
  })
})
