import { describe, expect, it } from 'vitest'
import { providerMark, providerName } from './provider-name.ts'

describe('providerName', () => {
  it('spells providers as they do themselves', () => {
    expect(providerName('openai')).toBe('OpenAI')
    expect(providerName('litellm')).toBe('LiteLLM')
  })
  it('gives one that is not known a capital', () => {
    expect(providerName('mistral')).toBe('Mistral')
    expect(providerName('')).toBe('')
  })
})

describe('providerMark', () => {
  it('is two letters of the provider in front of the slash', () => {
    expect(providerMark('demo/writer')).toBe('De')
    expect(providerMark('openai/gpt-4o')).toBe('Op')
  })
  it('is a dot for a bare name', () => {
    expect(providerMark('gpt-4o')).toBe('·')
    expect(providerMark('/x')).toBe('·')
  })
})
