import { describe, expect, it } from 'vitest'
import { toTokenUsage } from './usage.ts'

describe('toTokenUsage', () => {
  it('adds what was read from a cache and written to one to the input', () => {
    expect(toTokenUsage({ input_tokens: 4, cache_read_input_tokens: 1_167, cache_creation_input_tokens: 10, output_tokens: 256 })).toEqual({
      inputTokens: 1_181,
      outputTokens: 256,
      totalTokens: 1_437,
      cachedTokens: 1_167,
      cacheWriteTokens: 10,
      source: 'provider',
    })
  })

  it('says nothing of caches where nothing is said', () => {
    expect(toTokenUsage({ input_tokens: 1, output_tokens: 2, cache_read_input_tokens: null })).toEqual({
      inputTokens: 1,
      outputTokens: 2,
      totalTokens: 3,
      source: 'provider',
    })
  })

  it('leaves out more thoughts than there was output', () => {
    const usage = { input_tokens: 1, output_tokens: 2, output_tokens_details: { thinking_tokens: 3 } }
    expect(toTokenUsage(usage)).not.toHaveProperty('reasoningTokens')
  })

  it.each([
    {},
    { input_tokens: 1 },
    { input_tokens: -1, output_tokens: 1 },
    { input_tokens: 1.5, output_tokens: 1 },
    { input_tokens: '1', output_tokens: 1 },
    { input_tokens: 1, output_tokens: 1e12 },
    { input_tokens: 1, output_tokens: 1, cache_read_input_tokens: -4 },
    { input_tokens: 0, output_tokens: 0 },
  ])('makes nothing up of %j', (usage) => {
    expect(toTokenUsage(usage)).toBeNull()
  })
})
