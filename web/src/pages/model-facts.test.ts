import { describe, expect, it } from 'vitest'
import { abilities, perMillion, tokens } from './model-facts.ts'

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
    expect(perMillion(1.5e-7)).toBe('$0.15')
    expect(perMillion(7.5e-8)).toBe('$0.075')
    expect(perMillion(1e-5)).toBe('$10.00')
    expect(perMillion(0)).toBe('$0.00')
  })
  it('shows a dash for what nobody has said, never a zero', () => {
    expect(perMillion(undefined)).toBe('–')
    expect(tokens(null)).toBe('–')
    expect(abilities(null)).toBe('–')
  })
  it('names what a model can do', () => {
    expect(abilities({ ...nothing, vision: true, tools: true })).toBe('vision, tools')
    expect(abilities(nothing)).toBe('text')
    expect(tokens(128_000)).toBe('128,000')
  })
})
