import { describe, expect, it } from 'vitest'
import { variableState } from './variable-facts.ts'
import { variableSummary } from './variable-summary.ts'

const summary = (filled: Readonly<Record<string, number>>, rows: number) => {
  const counts = new Map(Object.entries(filled))
  return variableSummary(['ticket', 'order'], { stateOf: (name) => variableState(counts.get(name) ?? 0, rows) }, counts, rows)
}

describe('what the foot of the messages says', () => {
  it('counts the variables where every case fills them', () =>
    expect(summary({ ticket: 3, order: 3 }, 3)).toEqual({ kind: 'all', count: 2 }))
  it('names a variable that some cases leave empty', () =>
    expect(summary({ ticket: 3, order: 1 }, 3)).toEqual({ kind: 'missing', name: 'order', rows: 2 }))
  it('names first what no case fills', () => expect(summary({ order: 1 }, 3)).toEqual({ kind: 'never', name: 'ticket' }))
  it('misses nothing where there are no cases', () => expect(summary({}, 0)).toEqual({ kind: 'all', count: 2 }))
})
