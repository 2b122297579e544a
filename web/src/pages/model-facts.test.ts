import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { abilities, day, perMillion, tokens } from './model-facts.ts'

const nothing = {
  vision: false,
  files: false,
  audio: false,
  tools: false,
  jsonObject: false,
  jsonSchema: false,
  thinking: false,
  logprobs: false,
}

describe('the facts of a model', () => {
  it('shows prices per million tokens, without noise', () => {
    expect(perMillion(1.5e-7, 'en')).toBe('$0.15')
    expect(perMillion(7.5e-8, 'en')).toBe('$0.075')
    expect(perMillion(1e-5, 'en')).toBe('$10.00')
    expect(perMillion(0, 'en')).toBe('$0.00')
  })
  it('shows a dash for what nobody has said, never a zero', () => {
    expect(perMillion(undefined, 'en')).toBe('–')
    expect(tokens(null, 'en')).toBe('–')
    expect(abilities(null, en.modelsPage, 'en')).toBe('–')
  })
  it('names what a model can do', () => {
    expect(abilities({ ...nothing, vision: true, tools: true }, en.modelsPage, 'en')).toBe('vision, tools')
    expect(abilities(nothing, en.modelsPage, 'en')).toBe('text')
    expect(tokens(128_000, 'en')).toBe('128,000')
  })
  it('writes figures and days as the language does', () => {
    expect(tokens(128_000, 'de')).toBe('128.000')
    expect(perMillion(1.5e-7, 'de')).toBe('0,15\u00a0$')
    expect(day('2026-05-01', 'de')).toBe('01.05.2026')
    expect(day('2026-05-01', 'en')).toBe('May 1, 2026')
    expect(day('some day', 'de')).toBe('some day')
  })
})
