import { describe, expect, it } from 'vitest'
import { createTexts } from '../../messages/create-texts.ts'
import { sayIn } from '../../messages/use-text.ts'
import { CELL_STATES, type Cell, type CellState, EMPTY_CELL } from '../../state/cell.ts'
import { shortWord, stateWord } from './state-word.ts'

const say = sayIn(createTexts('en'), 'output')
const word = (state: CellState, cell: Partial<Cell> = {}, part: { missing?: string[]; changes?: string[] } = {}) =>
  stateWord({ state, cell: { ...EMPTY_CELL, ...cell }, missing: [], changes: [], nowMs: 1000, ...part }, say)

describe('stateWord', () => {
  it('names what is missing', () => {
    expect(word('blocked', {}, { missing: ['order_id', 'text'] })).toBe('Missing: order_id, text')
  })
  it('tells the place in the queue', () => {
    expect(word('queued', { queuePosition: 3 })).toBe('Queued 3rd')
    expect(word('queued')).toBe('Queued')
  })
  it('tells thinking from streaming', () => {
    expect(word('streaming', { thinking: 'Hm' })).toBe('Thinking')
    expect(word('streaming', { thinking: 'Hm', text: 'So' })).toBe('Streaming')
  })
  it('counts down to the next try', () => {
    const retry = { attempt: 2, of: 4, waitMs: 10_000, untilMs: 6200, reason: '429' }
    expect(word('retrying', { retry })).toBe('429, retry 2/4 in 6 s')
    expect(word('retrying', { retry: { ...retry, untilMs: 900 } })).toBe('429, retry 2/4 now')
  })
  it('says a status by its number alone, and anything else as it was said', () => {
    const retry = { attempt: 2, of: 4, waitMs: 10_000, untilMs: 6200 }
    expect(word('retrying', { retry: { ...retry, reason: 'HTTP 429' } })).toBe('429, retry 2/4 in 6 s')
    expect(word('retrying', { retry: { ...retry, reason: 'The connection was reset.' } })).toBe(
      'The connection was reset, retry 2/4 in 6 s',
    )
  })
  it('tells how far a stopped answer came', () => {
    expect(word('stopped', { estimatedOutputTokens: 163 })).toBe('Stopped by you at 163 tokens')
    expect(word('stopped')).toBe('Stopped by you')
  })
  it('tells what changed since, the widest change first', () => {
    expect(word('stale', {}, { changes: ['ticket', 'prompt'] })).toBe('Prompt changed')
    expect(word('stale', {}, { changes: ['settings'] })).toBe('Settings changed')
    expect(word('stale', {}, { changes: ['ticket'] })).toBe('ticket changed')
  })
})

describe('shortWord', () => {
  it('is one word for every state', () => {
    expect(CELL_STATES.map((state) => shortWord(state, say)).filter((short) => short.split(' ').length > 3 || short === '')).toEqual([])
  })
})
