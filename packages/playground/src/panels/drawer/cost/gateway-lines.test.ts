import { describe, expect, it } from 'vitest'
import { gatewayLines } from './gateway-lines.ts'

describe('what a gateway said of itself', () => {
  it('names the alias and the model behind it, and its own attempts', () => {
    const facts = {
      name: 'litellm',
      version: '1.2',
      model: 'openai/gpt-4o-mini',
      apiBase: 'https://a.example/v1',
      retries: 0,
      callId: 'c1',
    }
    expect(gatewayLines(facts, 'litellm/fast')).toEqual([
      { label: 'gatewayName', value: 'litellm 1.2' },
      { label: 'gatewayAlias', value: 'litellm/fast' },
      { label: 'gatewayModel', value: 'openai/gpt-4o-mini' },
      { label: 'gatewayBase', value: 'https://a.example/v1' },
      { label: 'gatewayRetries', value: 0 },
      { label: 'gatewayCall', value: 'c1' },
    ])
  })
  it('calls no name an alias where nothing is said of what is behind it', () => {
    expect(gatewayLines({ name: 'openrouter', provider: 'Groq' }, 'openrouter/x')).toEqual([
      { label: 'gatewayName', value: 'openrouter' },
      { label: 'gatewayProvider', value: 'Groq' },
    ])
  })
})
