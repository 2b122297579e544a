import { describe, expect, it } from 'vitest'
import { shouldUseResponses, type EndpointQuestion } from './should-use-responses.ts'

const use = (changes: Partial<EndpointQuestion> = {}): boolean =>
  shouldUseResponses({ model: 'gpt-4o', baseUrl: 'https://api.openai.com/v1', ...changes })
const GATEWAY = 'https://llm.campus.example/v1'

describe('REQ-005 the Responses API is chosen', () => {
  it.each([
    'gpt-4o',
    'gpt-4o-mini-2024-07-18',
    'gpt-4.1-nano',
    'gpt-5',
    'gpt-5.6-luna',
    'gpt-6-astra',
    'o3',
    'o3-mini-2025-01-31',
    'o4-mini',
    'ft:gpt-4o:org::id',
  ])('for %s at OpenAI', (model) => {
    expect(use({ model })).toBe(true)
    expect(use({ model, baseUrl: 'https://api.openai.com/v1/' })).toBe(true)
  })

  it.each(['gpt-3.5-turbo', 'gpt-4', 'gpt-4-0613', 'gpt-4o-audio-preview', 'gpt-4o-search-preview', 'claude-opus-5', 'o33', 'gpt-4ox', ''])(
    'not for %s, which is not known to be there',
    (model) => {
      expect(use({ model })).toBe(false)
    },
  )

  it('as the catalogue says, where it says anything', () => {
    const facts = {
      id: 'x',
      name: 'x',
      provider: 'openai',
      displayName: 'X',
      contextTokens: null,
      maxOutputTokens: null,
      price: null,
      capabilities: null,
      parameters: null,
    }
    expect(use({ facts: { ...facts, api: ['chat'] } })).toBe(false)
    expect(use({ model: 'new-family', facts: { ...facts, api: ['responses'] } })).toBe(true)
    expect(use({ facts })).toBe(true)
  })

  it('not at a gateway, unless its operator says so', () => {
    expect(use({ baseUrl: GATEWAY })).toBe(false)
    expect(use({ baseUrl: GATEWAY, enabled: true })).toBe(true)
    expect(use({ enabled: false })).toBe(false)
    for (const baseUrl of ['https://api.openai.com/v2', 'https://api.openai.com.evil.example/v1', 'http://api.openai.com/v1'])
      expect(use({ baseUrl })).toBe(false)
  })

  it('as the call asks, wherever it goes and whatever its operator says', () => {
    expect(use({ api: 'responses', baseUrl: GATEWAY })).toBe(true)
    expect(use({ api: 'responses', enabled: false })).toBe(true)
    expect(use({ api: 'chat' })).toBe(false)
    expect(use({ api: 'chat', enabled: true })).toBe(false)
    expect(use({ api: 'auto', baseUrl: GATEWAY })).toBe(false)
  })

  it('EC5 never where it is switched off, by exactly “true”', () => {
    for (const changes of [{}, { api: 'responses' as const }, { enabled: true, baseUrl: GATEWAY }])
      expect(use({ ...changes, disable: 'true' })).toBe(false)
    for (const disable of ['1', 'TRUE', 'yes', ' true', '', undefined]) expect(use({ disable })).toBe(true)
  })
})
