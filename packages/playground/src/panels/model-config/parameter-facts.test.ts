import type { Model } from '@vitrine/contracts'
import { findModel } from '@vitrine/model-catalog'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSet, numberProblem, parametersOf, sliderStep } from './parameter-facts.ts'

const unknown: Model = {
  id: 'x/y',
  name: 'y',
  provider: 'x',
  displayName: 'Y',
  contextTokens: null,
  maxOutputTokens: 4096,
  price: null,
  capabilities: null,
  parameters: null,
}
const thinker = findModel('demo/thinker')
const echo = findModel('demo/echo')

describe('parametersOf', () => {
  it('offers all where nothing is known of a model', () => {
    expect([...parametersOf(null, { model: 'any' }).keys()]).toHaveLength(11)
    expect([...parametersOf(unknown, { model: 'x/y' }).values()].every(({ lock }) => lock === null)).toBe(true)
  })
  it('bounds the output by what the model can write', () => {
    expect(parametersOf(unknown, { model: 'x/y' }).get('maxTokens')?.fact.max).toBe(4096)
  })
  it('takes an output without a limit for the longest one, not for none', () => {
    expect(parametersOf(unknown, { model: 'x/y' }).get('maxTokens')?.fact.default).toBe(4096)
    expect(parametersOf(null, { model: 'any' }).get('maxTokens')?.fact.default).toBeUndefined()
  })
  it('offers only what the model is known to take', () => {
    const names = [...parametersOf(echo, { model: 'demo/echo' }).keys()]
    expect(names).toContain('temperature')
    expect(names).not.toContain('thinking')
    expect(names).not.toContain('logprobs')
  })
  it('keeps a value in sight that the model is not known to take', () => {
    const shown = parametersOf(echo, { model: 'demo/echo', logprobs: true })
    expect(shown.get('logprobs')?.lock).toEqual({ kind: 'unlisted' })
  })
  it('locks what is refused while thinking is on, with the reason, and opens it when thinking is off', () => {
    const on = parametersOf(thinker, { model: 'demo/thinker', temperature: 0.3 })
    expect(on.get('temperature')?.lock).toContain('thinking')
    const off = parametersOf(thinker, { model: 'demo/thinker', temperature: 0.3, thinking: { type: 'disabled' } })
    expect(off.get('temperature')?.lock).toBeNull()
  })
  it('locks before anything is typed', () => {
    expect(parametersOf(thinker, { model: 'demo/thinker' }).get('topP')?.lock).not.toBeNull()
  })
  it('locks what a model always refuses', () => {
    const astra = findModel('openai/gpt-6-astra')
    expect(parametersOf(astra, { model: 'openai/gpt-6-astra' }).get('stop')?.lock).toContain('stop sequences')
  })
})

describe('isSet', () => {
  it('knows both names of the limit of tokens', () => {
    expect(isSet({ model: 'm', maxCompletionTokens: 10 }, 'maxTokens')).toBe(true)
    expect(isSet({ model: 'm', maxTokens: 10 }, 'maxTokens')).toBe(true)
    expect(isSet({ model: 'm' }, 'maxTokens')).toBe(false)
  })
})

describe('numberProblem', () => {
  it('says which bound a number is beyond', () => {
    expect(numberProblem(-1, { min: 0, max: 2 }, false)).toEqual({ kind: 'below', min: 0 })
    expect(numberProblem(2.1, { min: 0, max: 2 }, false)).toEqual({ kind: 'above', max: 2 })
  })
  it('wants whole numbers where only those count', () => {
    expect(numberProblem(1.5, { min: 1 }, true)).toEqual({ kind: 'broken' })
    expect(numberProblem(1.5, { min: 1 }, false)).toBeNull()
  })
  it('finds nothing wrong with blank and with bounds that are not known', () => {
    expect(numberProblem(undefined, { min: 1 }, true)).toBeNull()
    expect(numberProblem(1e9, {}, true)).toBeNull()
  })
})

describe('sliderStep', () => {
  it('keeps the fine steps of a short range', () => {
    expect(sliderStep({ min: 0, max: 2, step: 0.1 })).toBe(0.1)
    expect(sliderStep({ min: 0, max: 20, step: 1 })).toBe(1)
  })
  it('gives a long range about a hundred stops', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 2_000_000 }), (max) => {
        const stops = max / sliderStep({ min: 1, max, step: 1 })
        expect(stops).toBeGreaterThan(50)
        expect(stops).toBeLessThanOrEqual(129)
      }),
    )
  })
})
