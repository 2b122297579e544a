import { describe, expect, it } from 'vitest'
import { estimateTokensPerCall, sampled } from './estimate.ts'

const row = (data: Record<string, string>) => ({ data, history: [] })
const prompt = [{ role: 'user' as const, content: 'Translate into {{language}}: {{text}}' }]

describe('estimateTokensPerCall', () => {
  it('grows with the values that the prompt reads', () => {
    const short = estimateTokensPerCall(prompt, ['text'], [row({ text: 'Hi' })])
    const long = estimateTokensPerCall(prompt, ['text'], [row({ text: 'Hi there, '.repeat(50) })])
    expect(long).toBeGreaterThan(short + 80)
  })
  it('leaves out columns that nothing reads', () => {
    const without = estimateTokensPerCall(prompt, ['text'], [row({ text: 'Hi' })])
    expect(estimateTokensPerCall(prompt, ['text'], [row({ text: 'Hi', notes: 'word '.repeat(100) })])).toBe(without)
  })
  it('takes the mean of the rows it is shown', () => {
    const ofBoth = estimateTokensPerCall(prompt, ['text'], [row({ text: 'Hi' }), row({ text: 'word '.repeat(100) })])
    const ofShort = estimateTokensPerCall(prompt, ['text'], [row({ text: 'Hi' })])
    const ofLong = estimateTokensPerCall(prompt, ['text'], [row({ text: 'word '.repeat(100) })])
    expect(ofBoth).toBeCloseTo((ofShort + ofLong) / 2)
  })
  it('counts what was said before', () => {
    const history = [{ role: 'assistant' as const, content: 'word '.repeat(100) }]
    const before = estimateTokensPerCall(prompt, [], [row({})])
    expect(estimateTokensPerCall(prompt, [], [{ data: {}, history }])).toBeGreaterThan(before + 50)
  })
  it('is that of the templates alone without rows', () => {
    expect(estimateTokensPerCall(prompt, [], [])).toBeGreaterThan(5)
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
