import { describe, expect, it } from 'vitest'
import { createTexts } from '../../messages/create-texts.ts'
import { sayIn } from '../../messages/use-text.ts'
import { type Cell, EMPTY_CELL } from '../../state/cell.ts'
import { formatDuration } from '../../ui/format/format-duration.ts'
import { formatMoney } from '../../ui/format/format-money.ts'
import { formatTokens } from '../../ui/format/format-count.ts'
import { bylineOf, tokensPerSecond } from './byline.ts'

const formats = {
  money: (usd: number | null) => formatMoney(usd, 'en'),
  duration: (ms: number | null) => formatDuration(ms, 'en'),
  tokens: (tokens: number | null) => formatTokens(tokens, 'en'),
}
const say = sayIn(createTexts('en'), 'output')
const figures = (cell: Partial<Cell>, isDemo = false) => bylineOf({ ...EMPTY_CELL, ...cell }, formats, say, isDemo)
const read = (cell: Partial<Cell>) => figures(cell).map(({ name, value }) => `${name} ${typeof value === 'string' ? value : ''}`)

const done: Partial<Cell> = {
  state: 'done',
  times: { sentMs: 100, firstEventMs: 200, firstTokenMs: 344, endMs: 1200 },
  usage: { inputTokens: 264, outputTokens: 40, totalTokens: 304, source: 'provider' },
  cost: { totalUsd: 0.000064, source: 'table', priceDate: '2026-11-01' },
}

describe('bylineOf', () => {
  it('writes the figures in their order, counted from the sending', () => {
    expect(read(done)).toEqual(['ttft 244ms', 'total 1.1s', 'in 264', 'out 40', 'think 0', 'speed 47', 'cost $0.000064'])
  })
  it('marks estimates and says so', () => {
    const usage = { inputTokens: 10, outputTokens: 5, totalTokens: 15, source: 'estimate' as const }
    expect(read({ ...done, usage })).toContain('in ≈ 10')
    expect(figures({ ...done, usage })[2]?.why).toBe('Tokens estimated by text length')
  })
  it('shows thoughts in their colour and leaves none to the tooltip', () => {
    const usage = { inputTokens: 571, outputTokens: 201, totalTokens: 772, reasoningTokens: 138, source: 'provider' as const }
    expect(figures({ ...done, usage }).find(({ name }) => name === 'think')).toMatchObject({
      value: '138',
      thinking: true,
      optional: false,
    })
    expect(figures(done).find(({ name }) => name === 'think')).toMatchObject({ thinking: false, optional: true })
  })
  it('writes an unknown cost as a dash with the reason', () => {
    const cost = figures({ ...done, cost: { totalUsd: null, source: 'unknown' } }).at(-1)
    expect(cost).toMatchObject({ value: '–', why: 'The price of this model is not known' })
  })
  it('says where a cost comes from', () => {
    expect(figures(done).at(-1)?.why).toBe('Tokens times the price table of 2026-11-01')
    expect(figures({ ...done, cost: { totalUsd: 1, source: 'gateway' } }).at(-1)?.why).toBe('Cost reported by the gateway')
    expect(figures(done, true).at(-1)?.why).toBe('Demo price: no money is spent')
  })
  it('names what was read from a cache', () => {
    const usage = { inputTokens: 500, outputTokens: 1, totalTokens: 501, cachedTokens: 400, source: 'provider' as const }
    expect(figures({ ...done, usage }).find(({ name }) => name === 'in')?.why).toContain('400 of them')
  })
  it('writes only what is known while text streams', () => {
    expect(read({ times: { sentMs: 0, firstEventMs: 1, firstTokenMs: 590, endMs: null }, estimatedOutputTokens: 43 })).toEqual([
      'ttft 590ms',
      'out ≈ 43',
    ])
    expect(read({})).toEqual([])
  })
})

describe('tokensPerSecond', () => {
  it('is unknown where the answer came at once', () => {
    expect(tokensPerSecond({ ...EMPTY_CELL, ...done, times: { sentMs: 0, firstEventMs: 1, firstTokenMs: 5, endMs: 6 } })).toBeNull()
  })
})
