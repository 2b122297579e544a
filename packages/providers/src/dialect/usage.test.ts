import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeUsage, toTokenUsage } from './usage.ts'

const base = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 }
const plain = { inputTokens: 100, outputTokens: 20, totalTokens: 120, source: 'provider' }

describe('toTokenUsage', () => {
  it.each([
    ['the plain report', base, plain],
    ['one without a total', { prompt_tokens: 100, completion_tokens: 20 }, plain],
    ['one whose total is less than its parts', { ...base, total_tokens: 7 }, plain],
    ['one with a total of its own', { ...base, total_tokens: 150 }, { ...plain, totalTokens: 150 }],
    ['null details', { ...base, prompt_tokens_details: null, completion_tokens_details: null }, plain],
    ['cached tokens of OpenAI', { ...base, prompt_tokens_details: { cached_tokens: 60 } }, { ...plain, cachedTokens: 60 }],
    ['none cached', { ...base, prompt_tokens_details: { cached_tokens: 0 } }, { ...plain, cachedTokens: 0 }],
    ['cached tokens of DeepSeek', { ...base, prompt_cache_hit_tokens: 60, prompt_cache_miss_tokens: 40 }, { ...plain, cachedTokens: 60 }],
    ['cached tokens at the top', { ...base, cached_tokens: 60 }, { ...plain, cachedTokens: 60 }],
    [
      'cached tokens of a bridge to Anthropic, counted in',
      { ...base, cache_read_input_tokens: 60, cache_creation_input_tokens: 30 },
      { ...plain, cachedTokens: 60, cacheWriteTokens: 30 },
    ],
    [
      'the same counted apart',
      { prompt_tokens: 10, completion_tokens: 20, total_tokens: 120, cache_read_input_tokens: 60, cache_creation_input_tokens: 30 },
      { ...plain, cachedTokens: 60, cacheWriteTokens: 30 },
    ],
    ['more cached than read, which cannot be', { ...base, prompt_tokens_details: { cached_tokens: 101 } }, plain],
    ['reasoning within the output', { ...base, completion_tokens_details: { reasoning_tokens: 15 } }, { ...plain, reasoningTokens: 15 }],
    [
      'reasoning beside the output, as xAI counts it',
      { prompt_tokens: 100, completion_tokens: 5, total_tokens: 120, completion_tokens_details: { reasoning_tokens: 15 } },
      { ...plain, reasoningTokens: 15 },
    ],
  ])('reads %s', (_, usage, expected) => {
    expect(toTokenUsage(usage)).toEqual(expected)
  })

  it.each([
    {},
    { prompt_tokens: 100 },
    { completion_tokens: 100 },
    { ...base, prompt_tokens: -1 },
    { ...base, completion_tokens: 1.5 },
    { ...base, completion_tokens: Number.NaN },
    { ...base, completion_tokens: 1e15 },
    { ...base, prompt_tokens: '100' },
    { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  ])('makes nothing of %o', (usage) => {
    expect(toTokenUsage(usage)).toBeNull()
  })

  it('never counts less than nothing, and never less in all than in its parts', () => {
    const count = fc.oneof(fc.integer({ min: -5, max: 1_000 }), fc.constantFrom(null, undefined, 'x', Number.NaN, Infinity, 1e12))
    const usage = fc.record({
      prompt_tokens: count,
      completion_tokens: count,
      total_tokens: count,
      prompt_tokens_details: fc.record({ cached_tokens: count, cache_write_tokens: count }),
      completion_tokens_details: fc.record({ reasoning_tokens: count }),
    })
    fc.assert(
      fc.property(usage, (reported) => {
        const told = toTokenUsage(reported)
        if (told === null) return
        const { inputTokens, outputTokens, totalTokens, cachedTokens = 0, cacheWriteTokens = 0, reasoningTokens = 0 } = told
        expect([inputTokens, outputTokens, cachedTokens, cacheWriteTokens, reasoningTokens].every((value) => value >= 0)).toBe(true)
        expect(totalTokens).toBeGreaterThanOrEqual(inputTokens + outputTokens)
        expect(cachedTokens + cacheWriteTokens).toBeLessThanOrEqual(inputTokens)
      }),
    )
  })
})

describe('mergeUsage', () => {
  it('completes and corrects field by field, and forgets nothing for a null', () => {
    const merged = mergeUsage({ prompt_tokens: 1, completion_tokens: 2, cost: 0.1 }, { completion_tokens: 5, cost: null })
    expect(merged).toEqual({ prompt_tokens: 1, completion_tokens: 5, cost: 0.1 })
    expect(mergeUsage(null, { a: null })).toEqual({ a: null })
  })
})
