import { describe, expect, it } from 'vitest'
import { MODEL_RULES, NEWEST_RULES } from './model-rules.data.ts'
import { rulesOf } from './rules-of.ts'

describe('rulesOf', () => {
  it.each([
    ['claude-2.1', 'none', '2023-06-01', 4_096],
    ['claude-instant-1.2', 'none', '2023-06-01', 4_096],
    ['claude-3-haiku-20240307', 'none', '2023-06-01', 4_096],
    ['claude-3-5-sonnet-latest', 'none', '2023-06-01', 8_192],
    ['claude-3-7-sonnet-20250219', 'budget', '2023-06-01', 64_000],
    ['claude-opus-4-20250514', 'budget', '2023-06-01', 32_000],
    ['claude-sonnet-4-0', 'budget', '2023-06-01', 64_000],
    ['claude-opus-4-1@20250805', 'budget', '2023-06-01', 32_000],
    ['claude-sonnet-4-5-20250929', 'budget', '2023-06-01', 64_000],
    ['anthropic/claude-sonnet-4.5', 'budget', '2023-06-01', 64_000],
    ['us.anthropic.claude-opus-4-6-v1', 'budget-or-adaptive', '2023-06-01', 128_000],
    ['claude-opus-4-7', 'adaptive', '2026-10-21', 128_000],
    ['claude-opus-4-8-20260528', 'adaptive', '2026-10-21', 128_000],
    ['claude-mythos-preview', 'adaptive', '2026-10-21', 128_000],
    ['Claude-Sonnet-5', 'adaptive', '2026-10-21', 128_000],
  ] as const)('reads %s', (name, thinking, apiVersion, maxOutputTokens) => {
    expect(rulesOf(name)).toMatchObject({ thinking, apiVersion, maxOutputTokens })
    expect(rulesOf(name)).not.toBe(NEWEST_RULES)
  })

  it('keeps budgets to 4.6 and older, and sampling with them', () => {
    for (const [name, { thinking, sampling, apiVersion }] of MODEL_RULES) {
      const isNew = !/ (?:3|4\.[0156])/.test(name)
      expect([name, thinking === 'adaptive', sampling === 'none', apiVersion === '2026-10-21']).toEqual([name, isNew, isNew, isNew])
    }
  })

  it('takes both forms of thinking at 4.6 alone', () => {
    const both = [...MODEL_RULES].filter(([, { thinking }]) => thinking === 'budget-or-adaptive').map(([name]) => name)
    expect(both).toEqual(['opus 4.6', 'sonnet 4.6'])
  })

  it('knows which models cannot stop thinking', () => {
    expect(rulesOf('claude-opus-5').thinkingOff).toBe('disabled')
    expect(rulesOf('claude-haiku-5-5').thinkingOff).toBe('disabled')
    expect(rulesOf('claude-sonnet-5-5').thinkingOff).toBe('between_tools')
    for (const name of ['claude-opus-5-5', 'claude-fable-5', 'claude-fable-5-2', 'claude-mythos-5-1'])
      expect(rulesOf(name).thinkingOff).toBeNull()
  })

  it.each(['claude-opus-7', 'claude-sonnet-6-1', 'claude-fable-5-9', 'claude-opus', 'test-model', ''])(
    'takes %j for one of the newest',
    (name) => {
      expect(rulesOf(name)).toBe(NEWEST_RULES)
    },
  )
})
