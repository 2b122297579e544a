import { describe, expect, it } from 'vitest'
import type { PlaygroundBindings } from './bindings.ts'
import { runRows } from './run-rows.ts'

const bindingsWith = (part: Partial<PlaygroundBindings>) => part as PlaygroundBindings

describe('runRows', () => {
  it('hands all rows over where the adapter takes many', async () => {
    const seen: (readonly unknown[])[] = []
    const executeMany: PlaygroundBindings['executeMany'] = async (rowIds) => {
      seen.push(rowIds)
      return { runId: 'r', rows: rowIds.length, done: rowIds.length, failed: 0, stopped: 0 }
    }
    await runRows(bindingsWith({ executeMany }), ['a', 'b'], 4)
    expect(seen).toEqual([['a', 'b']])
  })
  it('runs one by one with a bounded number under way', async () => {
    const seen: string[] = []
    let underWay = 0
    let most = 0
    const execute = async (rowId: string) => {
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise((resolve) => setTimeout(resolve, 0))
      seen.push(rowId)
      underWay -= 1
    }
    await runRows(bindingsWith({ execute }), ['a', 'b', 'c', 'd', 'e'], 2)
    expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(most).toBe(2)
  })
  it('asks nobody for no rows', async () => {
    await expect(runRows(bindingsWith({}), [], 4)).resolves.toBeUndefined()
  })
})
