import { describe, expect, it } from 'vitest'
import { type Cell, EMPTY_CELL } from '../../state/cell.ts'
import { type FailedOutput, groupFailures } from './group-failures.ts'

const failed = (rowId: string, code: string, message: string, meta: Readonly<Record<string, unknown>> = {}): FailedOutput => {
  const cell: Cell = { ...EMPTY_CELL, state: 'failed', failure: { code, message, meta } }
  return { rowId, variantId: 'v', cell }
}

describe('groupFailures', () => {
  it('puts failures of one cause together, the most frequent first', () => {
    const groups = groupFailures([
      failed('1', 'provider_timeout', 'Too slow.'),
      failed('2', 'provider_error', 'Broken.'),
      failed('3', 'provider_error', 'Broken.'),
    ])
    expect(groups.map(({ code, outputs }) => [code, outputs.map(({ rowId }) => rowId)])).toEqual([
      ['provider_error', ['2', '3']],
      ['provider_timeout', ['1']],
    ])
    expect(groups[0]?.fix).toEqual({ kind: 'rerun' })
  })

  it('counts words as the same where only numbers and ids differ', () => {
    const [group] = groupFailures([
      failed('1', 'provider_rate_limited', 'Retry in 12 s, request 8f3a9c2b77e1.'),
      failed('2', 'provider_rate_limited', 'Retry in 7.5 s, request 00ff12ab99cd.'),
      failed('3', 'provider_rate_limited', 'No credit left.'),
    ])
    expect(group?.words).toEqual([
      { message: 'Retry in 12 s, request 8f3a9c2b77e1.', count: 2 },
      { message: 'No credit left.', count: 1 },
    ])
  })

  it('tells an answer that broke off from a provider that refused', () => {
    const groups = groupFailures([failed('1', 'provider_error', 'x', { interrupted: true }), failed('2', 'provider_error', 'x')])
    expect(groups.map(({ title }) => title).toSorted()).toEqual(['interrupted', 'provider_error'])
  })

  it('has nothing to say of what did not fail', () => {
    expect(groupFailures([{ rowId: '1', variantId: 'v', cell: EMPTY_CELL }])).toEqual([])
  })
})
