import { describe, expect, it } from 'vitest'
import type { Say } from '../../../messages/use-text.ts'
import { type Cell, EMPTY_CELL } from '../../../state/cell.ts'
import { traceRows } from './trace-rows.ts'

const say: Say<'drawer'> = (key, ...values) => [key, ...values.map((value) => JSON.stringify(value))].join(' ')
const none: ReadonlySet<string> = new Set()
const times = { sentMs: 10, firstEventMs: 20, firstTokenMs: 50, endMs: 100 }
const rows = (cell: Partial<Cell>) => traceRows({ ...EMPTY_CELL, times, ...cell }, 0, none, say)

describe('traceRows', () => {
  it('names the answer by what it holds', () => {
    const usage = { inputTokens: 1, outputTokens: 40, totalTokens: 41, source: 'provider' as const }
    expect(rows({ text: 'a', usage }).at(-1)).toMatchObject({ name: 'textPhase {"tokens":40}', tone: 'text' })
    expect(rows({ thinking: 'a' }).at(-1)).toMatchObject({ name: 'thinkingPlain', tone: 'thinking' })
    expect(rows({ thinking: 'a', text: 'b' }).at(-1)).toMatchObject({ name: 'bothPlain', tone: 'text' })
  })
  it('sets the service’s spans after what this page saw, a failed one marked', () => {
    const span = {
      trace_id: 't',
      span_id: 's',
      name: 'POST /services/completion/test',
      kind: 'server',
      time: { start: '2026-11-21T14:00:00.000Z', end: '2026-11-21T14:00:00.080Z' },
      status: { code: 'ERROR' },
      metrics: { acc: { duration: { total: 80 }, costs: { total: null, source: 'unknown' }, tokens: { total: null } } },
      attributes: {},
    } as const
    const found = rows({ tree: [span] })
    expect(found.map(({ id }) => id)).toEqual(['queue', 'reachService', 'firstToken', 'answer', 's'])
    expect(found.at(-1)).toMatchObject({ tone: 'failed', durationMs: 80, startMs: 15 })
  })
})
