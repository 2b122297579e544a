import { findModel } from '@vitrine/model-catalog'
import { describe, expect, it } from 'vitest'
import { settingsForMode, thinkingChoice, type ThinkingFacts } from './thinking-choice.ts'

const factsOf = (id: string): ThinkingFacts => {
  const parameters = findModel(id)?.parameters
  return { thinking: parameters?.thinking, effort: parameters?.reasoningEffort }
}
const both = factsOf('demo/thinker')
const effortOnly: ThinkingFacts = { thinking: undefined, effort: { values: ['none', 'low', 'medium', 'high'] } }
const always: ThinkingFacts = { thinking: undefined, effort: { values: ['low', 'high', 'max'] } }

const patch = (facts: ThinkingFacts, mode: 'off' | 'adaptive' | 'effort' | 'budget') =>
  settingsForMode(mode, facts, thinkingChoice(facts, { model: 'm' }))

describe('thinkingChoice', () => {
  it('offers what the model takes', () => {
    expect(thinkingChoice(both, { model: 'm' }).modes).toEqual(['off', 'adaptive', 'effort', 'budget'])
    expect(thinkingChoice(effortOnly, { model: 'm' }).modes).toEqual(['off', 'effort'])
    expect(thinkingChoice(always, { model: 'm' }).modes).toEqual(['effort'])
    expect(thinkingChoice({ thinking: undefined, effort: undefined }, { model: 'm' }).modes).toEqual([])
  })
  it('leaves none out of the efforts: that is what off means', () => {
    expect(thinkingChoice(effortOnly, { model: 'm' }).efforts).toEqual(['low', 'medium', 'high'])
  })
  it.each([
    [{ model: 'm' }, null],
    [{ model: 'm', reasoningEffort: 'none' }, 'off'],
    [{ model: 'm', thinking: { type: 'disabled' as const } }, 'off'],
    [{ model: 'm', reasoningEffort: 'low' }, 'effort'],
    [{ model: 'm', thinking: { type: 'enabled' as const, budgetTokens: 9 } }, 'budget'],
    [{ model: 'm', thinking: { type: 'adaptive' as const } }, 'adaptive'],
  ])('reads %j as %s', (settings, mode) => {
    expect(thinkingChoice(both, settings).mode).toBe(mode)
  })
})

describe('settingsForMode', () => {
  it('switches off by the name the model knows', () => {
    expect(patch(both, 'off')).toEqual({ thinking: { type: 'disabled' }, reasoningEffort: undefined })
    expect(patch(effortOnly, 'off')).toEqual({ thinking: undefined, reasoningEffort: 'none' })
  })
  it('begins with a middling effort', () => {
    expect(patch(effortOnly, 'effort')).toEqual({ thinking: undefined, reasoningEffort: 'medium' })
    expect(patch(always, 'effort').reasoningEffort).toBe('high')
  })
  it('never leaves both settings set', () => {
    for (const mode of ['off', 'adaptive', 'effort', 'budget'] as const) {
      expect(Object.values(patch(both, mode)).filter((value) => value !== undefined)).toHaveLength(1)
    }
  })
})
