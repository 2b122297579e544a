import { describe, expect, it } from 'vitest'
import { EMPTY_CELL, type Cell } from '../../state/cell.ts'
import { joinedCell } from './joined-cell.ts'

const text = (index: number, words: string) => ({ index, kind: 'text' as const, text: words, id: '', name: '' })
const KEPT: Cell = {
  ...EMPTY_CELL,
  state: 'done',
  runId: 'r1',
  text: 'Once upon',
  thinking: 'Hm.',
  parts: [text(0, 'Hm.'), text(3, 'Once upon')],
  usage: { inputTokens: 10, outputTokens: 4, totalTokens: 14, source: 'provider' },
  cost: { totalUsd: 0.25, promptUsd: 0.05, completionUsd: 0.2, source: 'provider' },
  estimatedOutputTokens: 5,
  request: { url: 'first', body: 1 },
  provenance: { promptHash: 'p', settingsHash: 's', inputsHash: 'i' },
  finishReason: 'length',
}
const PART: Cell = {
  ...EMPTY_CELL,
  state: 'done',
  runId: 'r2',
  text: ' a time',
  parts: [text(0, ' a time')],
  message: { role: 'assistant', content: ' a time' },
  usage: { inputTokens: 20, outputTokens: 2, totalTokens: 22, source: 'provider' },
  cost: { totalUsd: 0.5, promptUsd: 0.25, completionUsd: 0.25, source: 'provider' },
  estimatedOutputTokens: 3,
  request: { url: 'second', body: 2 },
  finishReason: 'stop',
}

describe('an answer with the part that came after it', () => {
  it('is one text and one sum, produced from what it was', () => {
    expect(joinedCell(KEPT, PART)).toMatchObject({
      state: 'done',
      runId: 'r2',
      text: 'Once upon a time',
      thinking: 'Hm.',
      usage: { inputTokens: 30, outputTokens: 6, totalTokens: 36, source: 'provider' },
      cost: { totalUsd: 0.75, promptUsd: 0.3, completionUsd: 0.45, source: 'provider' },
      provenance: KEPT.provenance,
      finishReason: 'stop',
      message: { role: 'assistant', content: 'Once upon a time' },
      request: { url: 'second' },
      continued: { request: { url: 'first' }, cost: { totalUsd: 0.5 } },
    })
  })
  it('has every part, each with a number of its own', () => {
    const numbers = joinedCell(KEPT, PART).parts.map(({ index }) => index)
    expect(numbers).toEqual([0, 3, 4])
  })
  it.each([
    ['a ', ' b', 'a b'],
    ['a ', 'b', 'a b'],
    ['a', ' b', 'a b'],
    ['some', 'thing', 'something'],
  ])('joins “%s” and “%s” to “%s”', (before, after, whole) => {
    expect(joinedCell({ ...KEPT, text: before }, { ...PART, text: after }).text).toBe(whole)
  })
  it('costs what nobody knows where nobody said what a part cost', () => {
    const stopped: Cell = { ...KEPT, state: 'stopped', usage: null, cost: null }
    const joined = joinedCell(stopped, PART)
    expect(joined.cost).toEqual({ totalUsd: null, source: 'provider' })
    expect(joined.usage).toEqual({ inputTokens: 20, outputTokens: 7, totalTokens: 27, source: 'estimate' })
    expect(joined.continued).toMatchObject({ cost: { totalUsd: 0.5 }, usage: { outputTokens: 2 } })
  })
  it('shows what was there while the next part comes, and counts on', () => {
    const coming: Cell = { ...PART, state: 'streaming', text: ' a', usage: null, cost: null, message: null, finishReason: null }
    expect(joinedCell(KEPT, coming)).toMatchObject({
      state: 'streaming',
      text: 'Once upon a',
      usage: null,
      cost: null,
      estimatedOutputTokens: 8,
    })
    expect(joinedCell(KEPT, { ...EMPTY_CELL, state: 'queued' })).toMatchObject({ state: 'queued', text: 'Once upon', message: null })
  })
  it('remembers how it was asked at first, however often it goes on', () => {
    const twice = joinedCell(joinedCell(KEPT, PART), { ...PART, runId: 'r3', text: ' there', request: { url: 'third', body: 3 } })
    expect(twice).toMatchObject({ text: 'Once upon a time there', continued: { request: { url: 'first' } }, cost: { totalUsd: 1.25 } })
  })
})
