import { describe, expect, it } from 'vitest'
import { sampleProgress } from '../../execution/sample-progress.ts'
import { segmentsOf, slowedTo } from './progress-segments.ts'

const progress = sampleProgress({ total: 12, done: 5, failed: 1, retrying: 1, running: 3, queued: 2 })

describe('segmentsOf', () => {
  it('goes from done to queued and leaves out what is empty', () => {
    expect(segmentsOf(progress)).toEqual([
      { name: 'done', count: 5 },
      { name: 'failed', count: 1 },
      { name: 'retrying', count: 1 },
      { name: 'running', count: 3 },
      { name: 'queued', count: 2 },
    ])
  })
})

describe('slowedTo', () => {
  it('tells how many are not held back of those that were asked for', () => {
    expect(slowedTo(progress, 4)).toEqual({ now: 3, wanted: 4 })
    expect(slowedTo({ ...progress, retrying: 2, running: 2 }, 4)).toEqual({ now: 2, wanted: 4 })
    expect(slowedTo({ ...progress, retrying: 4, running: 0 }, 4)).toEqual({ now: 0, wanted: 4 })
  })
  it('asks for no more than there are', () => {
    expect(slowedTo({ ...progress, retrying: 1, running: 1, queued: 0 }, 4)).toEqual({ now: 1, wanted: 2 })
    expect(slowedTo({ ...progress, retrying: 3, running: 0, queued: 0 }, 1)).toEqual({ now: 0, wanted: 1 })
  })
  it('is nothing where none is held back, and after the end', () => {
    expect(slowedTo({ ...progress, retrying: 0 }, 4)).toBeNull()
    expect(slowedTo({ ...progress, endedAtMs: 5 }, 4)).toBeNull()
  })
})
