import { describe, expect, it } from 'vitest'
import { isDue, outlookOf } from './due.ts'

describe('what a run would be', () => {
  it('follows what is there', () => {
    expect((['ready', 'stopped', 'stale', 'failed', 'done'] as const).map((state) => outlookOf({ state }))).toEqual([
      'fresh',
      'fresh',
      'changed',
      'failed',
      'same',
    ])
  })
  it('is due where it brings something that is not there, and can run', () => {
    const due = (canRun: boolean) =>
      (['ready', 'stopped', 'stale', 'failed', 'done', 'streaming'] as const).filter((state) =>
        isDue({ rowId: 'r', variantId: 'v', canRun, state }),
      )
    expect(due(true)).toEqual(['ready', 'stopped', 'stale', 'failed'])
    expect(due(false)).toEqual([])
  })
})
