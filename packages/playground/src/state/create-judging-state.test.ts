import { createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import type { Judgement } from '../checks/judge/judgements.ts'
import { EMPTY_CELL } from './cell.ts'
import { createJudgingState } from './create-judging-state.ts'

const said: Judgement = { status: 'answered', text: 'yes', model: 'm', costUsd: 1 }
const [one, other] = [{ ...EMPTY_CELL }, { ...EMPTY_CELL }]

describe('what judges said', () => {
  it('is of one answer and one question, and tells when it changes', () => {
    const store = createStore()
    const judging = createJudgingState(store)
    let changes = 0
    store.sub(judging.revisionAtom, () => changes++)
    judging.note([
      [one, 'a', said],
      [one, 'b', { status: 'asking' }],
    ])
    expect(changes).toBe(1)
    expect([...judging.judgementsOf(one).keys()]).toEqual(['a', 'b'])
    expect(judging.judgementsOf(other).size).toBe(0)
    judging.note([[one, 'b', null]])
    expect([...judging.judgementsOf(one)]).toEqual([['a', said]])
  })

  it('is the same object until something new is said of the answer', () => {
    const judging = createJudgingState(createStore())
    judging.note([[one, 'a', said]])
    const before = judging.judgementsOf(one)
    judging.note([[other, 'a', said]])
    expect(judging.judgementsOf(one)).toBe(before)
    expect(judging.judgementsOf({ ...EMPTY_CELL })).toBe(judging.judgementsOf({ ...EMPTY_CELL }))
  })

  it('stops who is asking when the mount goes', () => {
    const store = createStore()
    const judging = createJudgingState(store)
    judging.dispose()
    let stops = 0
    store.set(judging.progressAtom, { done: 0, total: 1, stop: () => stops++ })
    judging.dispose()
    expect(stops).toBe(1)
  })
})
