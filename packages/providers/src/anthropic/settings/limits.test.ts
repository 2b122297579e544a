import type { ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../../dialect/settings-report.ts'
import { fitLimits, type Limits } from './limits.ts'
import type { ThinkingPlan } from './reasoning.ts'

const UNSAID: ThinkingPlan = { mode: 'unsaid' }
const budget = (tokens: number): ThinkingPlan => ({ mode: 'budget', tokens })

function fitted(
  settings: Partial<ModelSettings>,
  thinking: ThinkingPlan = UNSAID,
  { mostTokens = 64_000, stream = true } = {},
): { readonly limits: Limits; readonly dropped: readonly string[]; readonly changed: readonly string[] } {
  const report = createReportBuilder()
  const limits = fitLimits({ settings: { model: 'm', ...settings }, thinking, mostTokens, stream, report, isRefused: () => false })
  const { dropped, changed } = report.toReport({})
  return { limits, dropped: dropped.map(({ name }) => name), changed: changed.map(({ name }) => name) }
}

describe('the limit of an answer', () => {
  it('is what is asked', () => {
    expect(fitted({ maxTokens: 7 })).toEqual({ limits: { maxTokens: 7, budgetTokens: null }, dropped: [], changed: [] })
  })

  it('is set where nobody asked, below what the model can do, lower where nothing is streamed', () => {
    expect(fitted({})).toEqual({ limits: { maxTokens: 32_000, budgetTokens: null }, dropped: [], changed: ['max_tokens'] })
    expect(fitted({}, UNSAID, { stream: false }).limits.maxTokens).toBe(16_000)
    expect(fitted({}, UNSAID, { mostTokens: 4_096 }).limits.maxTokens).toBe(4_096)
  })

  it('goes by its other name too, which wins', () => {
    expect(fitted({ maxTokens: 7, maxCompletionTokens: 9 })).toEqual({
      limits: { maxTokens: 9, budgetTokens: null },
      dropped: ['max_tokens'],
      changed: ['max_completion_tokens'],
    })
  })
})

describe('a budget for thinking', () => {
  it('is added to a limit that nobody asked for, as far as the model goes', () => {
    expect(fitted({}, budget(10_000)).limits).toEqual({ maxTokens: 42_000, budgetTokens: 10_000 })
    expect(fitted({}, budget(60_000)).limits).toEqual({ maxTokens: 64_000, budgetTokens: 60_000 })
  })

  it('keeps below a limit that was asked for, and leaves room for the answer', () => {
    expect(fitted({ maxTokens: 5_000 }, budget(4_000))).toEqual({
      limits: { maxTokens: 5_000, budgetTokens: 4_000 },
      dropped: [],
      changed: [],
    })
    expect(fitted({ maxTokens: 5_000 }, budget(5_000))).toEqual({
      limits: { maxTokens: 5_000, budgetTokens: 4_000 },
      dropped: [],
      changed: ['thinking.budget_tokens'],
    })
    expect(fitted({ maxTokens: 1_100 }, budget(5_000)).limits).toEqual({ maxTokens: 1_100, budgetTokens: 1_024 })
  })

  it('is at least what the provider takes', () => {
    expect(fitted({}, budget(100))).toMatchObject({ limits: { budgetTokens: 1_024 }, changed: ['max_tokens', 'thinking.budget_tokens'] })
  })

  it('is given up where there is no room for it', () => {
    expect(fitted({ maxTokens: 1_024 }, budget(2_000))).toEqual({
      limits: { maxTokens: 1_024, budgetTokens: null },
      dropped: ['thinking'],
      changed: [],
    })
  })
})
