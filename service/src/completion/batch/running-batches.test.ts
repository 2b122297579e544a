import { describe, expect, it } from 'vitest'
import { createRunningBatches } from './running-batches.ts'

const name = { projectId: 'p', subjectHash: 's', runId: 'r' }

describe('the batches that run', () => {
  it('are told which rows to end, all of the run, and say how many they ended', () => {
    const batches = createRunningBatches()
    const told: string[] = []
    const stopping = (of: string, count: number) => (rowIds: readonly string[]) => {
      told.push(`${of} ${rowIds.join()}`)
      return count
    }
    batches.enter(name, stopping('one', 2))
    const leave = batches.enter(name, stopping('two', 1))
    expect(batches.stop(name, ['a', 'b'])).toBe(3)
    leave()
    expect(batches.stop(name, ['c'])).toBe(2)
    expect(told).toEqual(['one a,b', 'two a,b', 'one c'])
  })

  it('are found by project, caller and run together', () => {
    const batches = createRunningBatches()
    batches.enter(name, () => 1)
    for (const other of [{ projectId: 'x' }, { subjectHash: 'x' }, { runId: 'x' }])
      expect(batches.stop({ ...name, ...other }, ['a'])).toBe(0)
  })

  it('are forgotten when they have left, and what left before stays forgotten', () => {
    const batches = createRunningBatches()
    const leave = batches.enter(name, () => 1)
    leave()
    expect(batches.stop(name, ['a'])).toBe(0)
    batches.enter(name, () => 5)
    leave()
    expect(batches.stop(name, ['a'])).toBe(5)
  })
})
