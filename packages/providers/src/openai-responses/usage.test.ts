import { describe, expect, it } from 'vitest'
import { toResponsesUsage } from './usage.ts'

describe('REQ-002 usage of the Responses API', () => {
  it('is told with what was cached, written and reasoned', () => {
    expect(
      toResponsesUsage({
        input_tokens: 100,
        input_tokens_details: { cached_tokens: 64, cache_write_tokens: 12 },
        output_tokens: 50,
        output_tokens_details: { reasoning_tokens: 30 },
        total_tokens: 150,
      }),
    ).toEqual({
      inputTokens: 100,
      outputTokens: 50,
      totalTokens: 150,
      cachedTokens: 64,
      cacheWriteTokens: 12,
      reasoningTokens: 30,
      source: 'provider',
    })
  })

  it('is read where the details are null, as LiteLLM sends them', () => {
    expect(
      toResponsesUsage({ input_tokens: 9, input_tokens_details: null, output_tokens: 3, output_tokens_details: null, total_tokens: 12 }),
    ).toEqual({
      inputTokens: 9,
      outputTokens: 3,
      totalTokens: 12,
      source: 'provider',
    })
  })

  it('takes a count that is not given for 0, and its total for the sum', () => {
    expect(toResponsesUsage({ input_tokens: 5 })).toMatchObject({ inputTokens: 5, outputTokens: 0, totalTokens: 5 })
    expect(toResponsesUsage({ output_tokens: 5, input_tokens: null })).toMatchObject({ inputTokens: 0, outputTokens: 5 })
  })

  it('is read under the names of chat completions too', () => {
    expect(toResponsesUsage({ prompt_tokens: 5, completion_tokens: 2, prompt_tokens_details: { cached_tokens: 1 } })).toMatchObject({
      inputTokens: 5,
      outputTokens: 2,
      cachedTokens: 1,
    })
  })

  it.each([
    {},
    { input_tokens: 0, output_tokens: 0 },
    { input_tokens: -1, output_tokens: 1 },
    { input_tokens: 1e12 },
    { input_tokens: '5' },
  ])('is none where it cannot be right: %o', (usage) => {
    expect(toResponsesUsage(usage)).toBeNull()
  })
})
