import { describe, expect, it } from 'vitest'
import { estimateInputTokens, sampled } from './estimate.ts'

const row = (data: Record<string, string>) => ({ data, history: [] })
const prompt = [{ role: 'user' as const, content: 'Translate into {{language}}: {{text}}' }]

describe('estimateInputTokens', () => {
  it('grows with the values that the prompt reads', () => {
    const short = estimateInputTokens(prompt, ['text'], [row({ text: 'Hi' })], 1)
    const long = estimateInputTokens(prompt, ['text'], [row({ text: 'Hi there, '.repeat(50) })], 1)
    expect(long).toBeGreaterThan(short + 80)
  })
  it('leaves out columns that nothing reads', () => {
    const without = estimateInputTokens(prompt, ['text'], [row({ text: 'Hi' })], 1)
    expect(estimateInputTokens(prompt, ['text'], [row({ text: 'Hi', notes: 'word '.repeat(100) })], 1)).toBe(without)
  })
  it('counts every call, also those that the sample stands for', () => {
    const one = estimateInputTokens(prompt, ['text'], [row({ text: 'Hi' })], 1)
    expect(estimateInputTokens(prompt, ['text'], [row({ text: 'Hi' })], 50)).toBe(one * 50)
  })
  it('counts what was said before', () => {
    const history = [{ role: 'assistant' as const, content: 'word '.repeat(100) }]
    const before = estimateInputTokens(prompt, [], [row({})], 1)
    expect(estimateInputTokens(prompt, [], [{ data: {}, history }], 1)).toBeGreaterThan(before + 50)
  })
  it('is nothing without calls', () => {
    expect(estimateInputTokens(prompt, [], [], 0)).toBe(0)
  })
})

describe('sampled', () => {
  it('takes all of few and spreads over many', () => {
    expect(sampled(['a', 'b'])).toEqual(['a', 'b'])
    const many = Array.from({ length: 10_000 }, (_, at) => `r${at}`)
    expect(sampled(many)).toHaveLength(200)
    expect(sampled(many)[199]).toBe('r9950')
  })
})
