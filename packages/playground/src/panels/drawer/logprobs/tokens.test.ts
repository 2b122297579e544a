import type { TokenLogprob } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TokenRun } from '../../../state/cell.ts'
import { blockAt, blocksOf } from './token-blocks.ts'
import { bandOf, leastSure, restOf, summaryOf, tokensOf } from './tokens.ts'

const of = (token: string, share: number, others: Readonly<Record<string, number>> = {}): TokenLogprob => ({
  token,
  logprob: Math.log(share),
  top: [{ token, logprob: Math.log(share) }, ...Object.entries(others).map(([text, p]) => ({ token: text, logprob: Math.log(p) }))],
})
const run = (...tokens: readonly TokenLogprob[]): readonly TokenRun[] => [{ index: 0, tokens }]

describe('tokensOf', () => {
  it('numbers the tokens of all parts, and sorts what else was considered', () => {
    const tokens = tokensOf([
      { index: 0, tokens: [of('a', 0.5, { c: 0.1, b: 0.4 })] },
      { index: 2, tokens: [of('d', 1)] },
    ])
    expect(tokens.map(({ at, part, text, band }) => [at, part, text, band])).toEqual([
      [0, 0, 'a', 2],
      [1, 2, 'd', 0],
    ])
    expect(tokens[0]?.others.map(({ text }) => text)).toEqual(['b', 'c'])
    expect(tokens[0]?.probability).toBeCloseTo(0.5)
  })
  it('takes a logarithm over zero for certainty, and the provider’s smallest for nothing', () => {
    const [over, none] = tokensOf(run({ token: 'a', logprob: 1e-7 }, { token: 'b', logprob: -9999 }))
    expect(over).toMatchObject({ probability: 1, band: 0, others: [] })
    expect(none).toMatchObject({ probability: 0, band: 3 })
  })
  it('leaves for all others what nobody named', () => {
    const [token] = tokensOf(run(of('a', 0.5, { b: 0.25 })))
    expect(token && restOf(token)).toBeCloseTo(0.25)
    expect(restOf({ probability: 1, others: [{ text: 'x', logprob: -1, probability: 0.4 }] })).toBe(0)
  })
})

describe('bandOf', () => {
  it.each([
    [1, 0],
    [0.95, 0],
    [0.949, 1],
    [0.8, 1],
    [0.79, 2],
    [0.5, 2],
    [0.49, 3],
    [0, 3],
  ])('puts %f into band %i', (share, band) => expect(bandOf(share)).toBe(band))
})

describe('summaryOf', () => {
  it('is the sum, the mean and what it means for a choice', () => {
    const summary = summaryOf(tokensOf(run(of('a', 0.5), of('b', 0.5), of('c', 0.5))))
    expect(summary?.count).toBe(3)
    expect(summary?.sum).toBeCloseTo(3 * Math.log(0.5))
    expect(summary?.mean).toBeCloseTo(Math.log(0.5))
    expect(summary?.perplexity).toBeCloseTo(2)
  })
  it('is none of nothing', () => expect(summaryOf([])).toBeNull())
})

describe('leastSure', () => {
  it('begins with the least sure, and leaves out what was sure', () => {
    const tokens = tokensOf(run(of('a', 0.9), of('b', 0.3), of('c', 0.99), of('d', 0.6), of('e', 0.3)))
    expect(leastSure(tokens, 3).map(({ text }) => text)).toEqual(['b', 'e', 'd'])
    expect(leastSure(tokens, 9)).toHaveLength(4)
  })
})

describe('blocksOf', () => {
  const text = (words: readonly string[]) => tokensOf(run(...words.map((word) => of(word, 1))))
  it('holds every token once and in order, in blocks that can be drawn at once', () => {
    const word = fc.constantFrom('a', ' b', '.', '.\n', '\n', ' ')
    const parts = fc.array(fc.array(word, { minLength: 1, maxLength: 900 }), { maxLength: 3 })
    fc.assert(
      fc.property(parts, (given) => {
        const tokens = tokensOf(given.map((words, index) => ({ index, tokens: words.map((held) => of(held, 1)) })))
        const blocks = blocksOf(tokens)
        expect(blocks.flatMap((block) => block.tokens)).toEqual(tokens)
        for (const [number, block] of blocks.entries()) {
          expect(block.tokens.length).toBeGreaterThan(0)
          expect(block.tokens.length).toBeLessThanOrEqual(400)
          expect(new Set(block.tokens.map(({ part }) => part)).size).toBe(1)
          expect(blockAt(blocks, block.from)).toBe(number)
          expect(blockAt(blocks, block.from + block.tokens.length - 1)).toBe(number)
        }
      }),
      { numRuns: 40 },
    )
  })
  it('cuts at the ends of lines, else of sentences, else of words', () => {
    const lines = text(Array.from({ length: 200 }, (_, at) => (at % 10 === 9 ? '\n' : ' x')))
    expect(blocksOf(lines).map(({ tokens }) => tokens.length)).toEqual([70, 70, 60])
    const sentences = text(Array.from({ length: 500 }, (_, at) => (at === 349 ? '.' : ' x')))
    expect(blocksOf(sentences)[1]?.from).toBe(350)
    const nothing = text(Array.from({ length: 500 }, () => 'x'))
    expect(blocksOf(nothing)[1]?.from).toBe(400)
  })
  it('begins a block where a part begins', () => {
    const tokens = tokensOf([
      { index: 0, tokens: [of('a', 1)] },
      { index: 3, tokens: [of('b', 1)] },
    ])
    expect(blocksOf(tokens).map(({ beginsPart }) => beginsPart)).toEqual([false, true])
  })
  it('cuts twenty thousand tokens in a moment', () => {
    const tokens = text(Array.from({ length: 20_000 }, () => 'x'))
    expect(blocksOf(tokens)).toHaveLength(50)
  })
})
