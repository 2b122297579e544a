import { describe, expect, it } from 'vitest'
import { type Cell, EMPTY_CELL } from '../state/cell.ts'
import type { KeptCell } from './journal.ts'
import { keptCell, MOST_DETAIL, restoredCell } from './kept-cell.ts'

const KEY = 'sk-abcdefghijklmnopqrstuvwx'
const done: Cell = {
  ...EMPTY_CELL,
  state: 'done',
  runId: 'r1',
  queuedAtMs: 12_345,
  text: 'An answer',
  model: 'm',
  cost: { totalUsd: 0.001, source: 'reported' } as unknown as Cell['cost'],
  provenance: { promptHash: 'p', settingsHash: 's', inputsHash: 'i' },
  request: { url: 'https://models.example.org/services/completion/test?project_id=1', body: { inputs: { text: 'x' }, api_key: KEY } },
  wire: [
    {
      attempt: 1,
      request: { method: 'POST', url: 'https://10.1.2.3/v1/chat', headers: { host: '10.1.2.3', authorization: 'Bearer x' }, body: '{}' },
      times: { queued: 0, connected: null, firstByte: null, firstToken: null, end: null },
    },
  ],
}

describe('an answer that is kept', () => {
  it('comes back as it was, but for what belongs to the page that made it', () => {
    const back = restoredCell(keptCell(done, true))
    expect(back).toMatchObject({
      state: 'done',
      runId: 'r1',
      text: 'An answer',
      cost: done.cost,
      provenance: done.provenance,
      queuedAtMs: null,
    })
  })

  it('holds no key, no address and no header', () => {
    const text = JSON.stringify(keptCell(done, true))
    for (const secret of [KEY, 'models.example.org', '10.1.2.3', 'Bearer']) expect(text).not.toContain(secret)
    expect(restoredCell(keptCell(done, true)).request).toEqual({ url: '/services/completion/test', body: { inputs: { text: 'x' } } })
  })

  it('leaves out what was sent where that is large, and says so', () => {
    const large = { ...done, response: 'x'.repeat(MOST_DETAIL) }
    expect(keptCell(large, true)).toMatchObject({ text: 'An answer', isReduced: true })
    expect(restoredCell(keptCell(large, true))).toMatchObject({ response: null, wire: [], text: 'An answer' })
    expect(keptCell(done, false)).toMatchObject({ isReduced: true })
  })

  it.each(['ready', 'queued', 'connecting', 'streaming', 'retrying'] as const)('is none while it is %s', (state) => {
    expect(keptCell({ ...done, state }, true)).toBeNull()
  })

  it.each<unknown>([{ state: 'streaming', text: 'x' }, { state: 'stale' }, { state: '__proto__' }, null])(
    'is nothing where it was spoilt to %j',
    (kept) => expect(restoredCell(kept as KeptCell | null)).toBe(EMPTY_CELL),
  )

  it('takes of a spoilt one what fits', () => {
    const kept = { state: 'done', text: 5, parts: 'x', wire: {}, model: 'm', unknown: 1, constructor: 2 } as unknown as KeptCell
    expect(restoredCell(kept)).toEqual({ ...EMPTY_CELL, state: 'done', runId: 'kept', model: 'm' })
  })
})
