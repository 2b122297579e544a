import { describe, expect, it } from 'vitest'
import type { RunProgress } from '../../state/playground-state.ts'
import { isSlowed, segmentsOf } from './progress-segments.ts'

const progress: RunProgress = {
  runId: 'r',
  total: 12,
  done: 5,
  failed: 1,
  stopped: 0,
  retrying: 1,
  running: 3,
  queued: 2,
  startedAtMs: 0,
  endedAtMs: null,
  costUsd: 0,
  unknownCosts: 0,
}

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

describe('isSlowed', () => {
  it('holds while rows wait for another try and fewer run than asked for', () => {
    expect(isSlowed(progress, 4)).toBe(true)
  })
  it('does not hold where all that were asked for run, or none waits', () => {
    expect(isSlowed(progress, 3)).toBe(false)
    expect(isSlowed({ ...progress, retrying: 0 }, 4)).toBe(false)
  })
  it('does not hold after the end', () => {
    expect(isSlowed({ ...progress, endedAtMs: 5 }, 4)).toBe(false)
  })
})
