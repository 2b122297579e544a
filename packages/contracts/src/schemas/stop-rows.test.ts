import { describe, expect, it } from 'vitest'
import { LONGEST_ROW_ID, MOST_BATCH_ROWS } from '../batch-request.ts'
import { readStopRows } from './stop-rows.ts'

const issuesOf = (given: unknown) => {
  const read = readStopRows(given)
  return read.ok ? [] : read.issues.map(({ path, message }) => `${path}: ${message}`)
}

describe('readStopRows', () => {
  it('reads a run and its rows', () => {
    const given = { run_id: 'run', row_ids: ['a', 'b c'] }
    expect(readStopRows(given)).toEqual({ ok: true, request: given })
    expect(issuesOf({ run_id: 'run', row_ids: Array.from({ length: MOST_BATCH_ROWS }, String) })).toEqual([])
  })

  it.each([
    ['no run', { row_ids: ['a'] }, 'run_id: missing'],
    ['an empty run', { run_id: '', row_ids: ['a'] }, 'run_id: must not be empty'],
    ['no rows', { run_id: 'r', row_ids: [] }, 'row_ids: at least 1 entries'],
    ['too many rows', { run_id: 'r', row_ids: Array.from({ length: MOST_BATCH_ROWS + 1 }, String) }, 'row_ids: at most 10000 entries'],
    ['a long row', { run_id: 'r', row_ids: ['x'.repeat(LONGEST_ROW_ID + 1)] }, 'row_ids[0]: at most 128 characters'],
    ['a row that is a number', { run_id: 'r', row_ids: [1] }, 'row_ids[0]: must be text'],
    ['more than that', { run_id: 'r', row_ids: ['a'], all: true }, 'all: unknown field "all"'],
  ])('refuses %s', (_what, given, issue) => expect(issuesOf(given)).toEqual([issue]))
})
