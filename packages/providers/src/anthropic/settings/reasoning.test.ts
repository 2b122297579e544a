import type { ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../../dialect/settings-report.ts'
import { rulesOf } from '../rules-of.ts'
import { planReasoning, type ReasoningPlan } from './reasoning.ts'

interface Told {
  readonly plan: ReasoningPlan
  readonly dropped: readonly string[]
  readonly changed: readonly (readonly [string, unknown, unknown])[]
}

function planned(model: string, settings: Partial<ModelSettings>): Told {
  const report = createReportBuilder()
  const plan = planReasoning({ model, ...settings }, rulesOf(model), report, () => false)
  const { dropped, changed } = report.toReport({})
  return { plan, dropped: dropped.map(({ name }) => name), changed: changed.map(({ name, from, to }) => [name, from, to]) }
}

const enabled = (budgetTokens?: number): Partial<ModelSettings> => ({
  thinking: { type: 'enabled', ...(budgetTokens === undefined ? {} : { budgetTokens }) },
})
const SHOWN = ['thinking.display', null, 'summarized'] as const

describe('thinking by generation', () => {
  it('says nothing where nothing is asked', () => {
    for (const model of ['claude-3-haiku-20240307', 'claude-sonnet-4-5', 'claude-opus-4-8', 'claude-opus-5-5']) {
      expect(planned(model, {})).toEqual({ plan: { thinking: { mode: 'unsaid' } }, dropped: [], changed: [] })
    }
  })

  it('drops it for models that do not think', () => {
    expect(planned('claude-3-5-haiku-20241022', { ...enabled(), reasoningEffort: 'low' })).toEqual({
      plan: { thinking: { mode: 'unsaid' } },
      dropped: ['thinking', 'reasoning_effort'],
      changed: [],
    })
  })

  it('tells 4.5 and older in tokens', () => {
    expect(planned('claude-sonnet-4-5', enabled(5_000))).toEqual({
      plan: { thinking: { mode: 'budget', tokens: 5_000 } },
      dropped: [],
      changed: [],
    })
    expect(planned('claude-sonnet-4-5', { thinking: { type: 'adaptive' } })).toMatchObject({
      plan: { thinking: { mode: 'budget', tokens: 8_192 } },
      changed: [['thinking', 'adaptive', { type: 'enabled', budget_tokens: 8_192 }]],
    })
    expect(planned('claude-3-7-sonnet-20250219', { thinking: { type: 'adaptive', budgetTokens: 2_000 } })).toMatchObject({
      plan: { thinking: { mode: 'budget', tokens: 2_000 } },
      changed: [['thinking', 'adaptive', 'enabled']],
    })
  })

  it('takes both at 4.6', () => {
    expect(planned('claude-opus-4-6', enabled(5_000)).plan).toEqual({ thinking: { mode: 'budget', tokens: 5_000 } })
    expect(planned('claude-opus-4-6', { thinking: { type: 'adaptive' } })).toEqual({
      plan: { thinking: { mode: 'adaptive' } },
      dropped: [],
      changed: [],
    })
    expect(planned('claude-opus-4-6', enabled()).changed).toEqual([['thinking', 'enabled', 'adaptive']])
  })

  it.each(['claude-opus-4-7', 'claude-opus-4-8', 'claude-sonnet-5', 'claude-fable-5', 'claude-opus-9'])(
    'lets %s decide itself, and asks it to show its thoughts',
    (model) => {
      expect(planned(model, enabled(5_000))).toEqual({
        plan: { thinking: { mode: 'adaptive', display: 'summarized' } },
        dropped: ['thinking.budget_tokens'],
        changed: [['thinking', 'enabled', 'adaptive'], SHOWN],
      })
    },
  )

  it.each([
    ['claude-sonnet-4-5', 'disabled', [], []],
    ['claude-opus-5', 'disabled', [], []],
    ['claude-haiku-5-5', 'disabled', [], []],
    ['claude-sonnet-5-5', 'between_tools', [], [['thinking', 'off', 'between_tools']]],
    ['claude-opus-5-5', 'unsaid', ['thinking'], []],
    ['claude-mythos-preview', 'unsaid', ['thinking'], []],
  ] as const)('switches %s off as it can (%s)', (model, mode, dropped, changed) => {
    expect(planned(model, { thinking: { type: 'disabled' } })).toEqual({ plan: { thinking: { mode } }, dropped, changed })
  })
})

describe('reasoning_effort', () => {
  it('is the effort of models that have one, and lets them think', () => {
    expect(planned('claude-opus-4-8', { reasoningEffort: 'xhigh' })).toEqual({
      plan: { thinking: { mode: 'adaptive', display: 'summarized' }, effort: 'xhigh' },
      dropped: [],
      changed: [['thinking', null, 'adaptive'], SHOWN],
    })
  })

  it('is a budget for the others', () => {
    expect(planned('claude-sonnet-4-5', { reasoningEffort: 'high' })).toEqual({
      plan: { thinking: { mode: 'budget', tokens: 16_384 } },
      dropped: [],
      changed: [['reasoning_effort', 'high', { type: 'enabled', budget_tokens: 16_384 }]],
    })
    expect(planned('claude-sonnet-4-5', { ...enabled(3_000), reasoningEffort: 'high' })).toMatchObject({
      plan: { thinking: { mode: 'budget', tokens: 3_000 } },
      dropped: ['reasoning_effort'],
    })
    expect(planned('claude-sonnet-4-5', { ...enabled(), reasoningEffort: 'low' })).toMatchObject({
      plan: { thinking: { mode: 'budget', tokens: 2_048 } },
      dropped: [],
    })
  })

  it('is both at Opus 4.5', () => {
    expect(planned('claude-opus-4-5', { reasoningEffort: 'low' }).plan).toEqual({
      thinking: { mode: 'budget', tokens: 2_048 },
      effort: 'low',
    })
  })

  it.each([
    ['claude-opus-4-8', 'minimal', 'low'],
    ['claude-opus-4-6', 'xhigh', 'high'],
    ['claude-opus-4-5', 'max', 'high'],
  ])('at %s: %s becomes %s, and that is told', (model, asked, effort) => {
    const { plan, changed } = planned(model, { reasoningEffort: asked })
    expect(plan.effort).toBe(effort)
    expect(changed).toContainEqual(['reasoning_effort', asked, effort])
  })

  it('goes as far as a model takes it without thinking', () => {
    const settings = { thinking: { type: 'disabled' }, reasoningEffort: 'max' } as const
    expect(planned('claude-opus-5', settings)).toMatchObject({
      plan: { thinking: { mode: 'disabled' }, effort: 'high' },
      changed: [['reasoning_effort', 'max', 'high']],
    })
    expect(planned('claude-opus-4-8', settings).plan).toEqual({ thinking: { mode: 'disabled' }, effort: 'max' })
    expect(planned('claude-sonnet-4-5', settings)).toMatchObject({
      plan: { thinking: { mode: 'disabled' } },
      dropped: ['reasoning_effort'],
    })
  })

  it('of none switches thinking off, but not against thinking itself', () => {
    expect(planned('claude-opus-5', { reasoningEffort: 'none' })).toEqual({
      plan: { thinking: { mode: 'disabled' } },
      dropped: [],
      changed: [],
    })
    expect(planned('claude-opus-5-5', { reasoningEffort: 'none' })).toMatchObject({
      plan: { thinking: { mode: 'unsaid' } },
      dropped: ['reasoning_effort'],
    })
    expect(planned('claude-opus-4-6', { thinking: { type: 'adaptive' }, reasoningEffort: 'none' })).toMatchObject({
      plan: { thinking: { mode: 'adaptive' } },
      dropped: ['reasoning_effort'],
    })
  })

  it('in a word that Anthropic does not have is dropped', () => {
    expect(planned('claude-opus-5-5', { reasoningEffort: 'heroic' })).toEqual({
      plan: { thinking: { mode: 'unsaid' } },
      dropped: ['reasoning_effort'],
      changed: [],
    })
  })
})
