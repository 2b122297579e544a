import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Check } from '../checks/check.ts'
import { questionKey } from '../checks/judge/judgements.ts'
import { createPlaygroundState } from './create-state.ts'
import type { PlaygroundState } from './playground-state.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

const CONTAINS: Check = { type: 'contains', value: 'yes' }

const snapshot = (rows: PlaygroundSnapshot['rows'], checks: readonly Check[] = []): PlaygroundSnapshot => ({
  v: 1,
  mode: 'completion',
  prompt: { messages: [{ role: 'user', content: '{{a}}' }], llmConfig: { model: 'm' }, templateFormat: 'curly' },
  checks,
  rows,
})

let unlook = () => {}
function stateOf(rows: PlaygroundSnapshot['rows'], checks?: readonly Check[]) {
  let last = 0
  // Time stands still between two steps of a millisecond: every evaluation takes one.
  let nowMs = 0
  const state = createPlaygroundState({ clock: () => nowMs++, ids: () => `id${++last}`, initial: snapshot(rows, checks) })
  return state
}
const idAt = (state: PlaygroundState, index: number) => state.store.get(state.rows.idsAtom)[index] ?? ''
function look(state: PlaygroundState): () => void {
  unlook = state.store.sub(state.checks.verdictsAtom, () => {})
  return unlook
}
const answer = (state: PlaygroundState, index: number, text: string) =>
  state.execution.setCell(idAt(state, index), (cell) => ({ ...cell, state: 'done', runId: 'r', text }))
/** By row: there is one variant, and one answer for each. */
const verdicts = (state: PlaygroundState) =>
  new Map([...state.store.get(state.checks.verdictsAtom).values()].map((verdict) => [verdict.row.id, verdict]))
const outcomes = (state: PlaygroundState, index: number) =>
  verdicts(state)
    .get(idAt(state, index))
    ?.results.map(({ outcome }) => outcome)
const becomes = (state: PlaygroundState, index: number, wanted: readonly string[] | undefined) =>
  vi.waitFor(() => expect(outcomes(state, index)).toEqual(wanted), { interval: 2 })

afterEach(() => unlook())

describe('a rubric', () => {
  const RUBRIC: Check = { type: 'rubric', rubric: 'Polite?' }
  const key = questionKey({ check: RUBRIC, expected: null })
  const said = (pass: boolean) => ({ status: 'answered', text: JSON.stringify({ pass, score: 1 }), model: 'm', costUsd: 1 }) as const
  const cellAt = (state: PlaygroundState, index: number) =>
    [...verdicts(state).values()].find(({ row }) => row.id === idAt(state, index))?.cell

  it('is open until somebody judged, and follows what was said of its own answer', async () => {
    const state = stateOf([{ data: {} }, { data: {} }], [RUBRIC])
    look(state)
    answer(state, 0, 'a')
    answer(state, 1, 'b')
    await becomes(state, 1, ['unknown'])
    const cell = cellAt(state, 0)
    expect(state.store.get(state.checks.isJudgedAtom)).toBe(true)
    state.checks.judging.note(cell === undefined ? [] : [[cell, key, said(false)]])
    await becomes(state, 0, ['fail'])
    expect(outcomes(state, 1)).toEqual(['unknown'])
    state.execution.setCell(idAt(state, 0), (before) => ({ ...before, state: 'queued' }))
    await becomes(state, 0, undefined)
    answer(state, 0, 'another answer')
    await becomes(state, 0, ['unknown'])
  })
})

describe('what is checked', () => {
  it('is part of the document: undone, taken along by a snapshot, and replaced by one that is loaded', () => {
    const state = stateOf([{ data: {} }])
    state.checks.setCommon([CONTAINS])
    expect(state.store.get(state.undo.lastLabelAtom)).toBe('checks')
    expect(state.snapshot().checks).toEqual([CONTAINS])
    state.load(snapshot([{ data: {} }], [{ type: 'is-json' }]))
    expect(state.store.get(state.checks.commonAtom)).toEqual([{ type: 'is-json' }])
    state.load(snapshot([{ data: {} }]))
    expect(state.store.get(state.checks.isCheckingAtom)).toBe(false)
    state.undo.undo()
    state.undo.undo()
    expect(state.store.get(state.checks.commonAtom)).toEqual([CONTAINS])
    state.undo.undo()
    expect(state.snapshot()).not.toHaveProperty('checks')
  })

  it('makes no result stale', () => {
    const state = stateOf([{ data: { a: '1' } }])
    answer(state, 0, 'yes')
    const standing = () => state.store.get(state.execution.cellStateAtom(idAt(state, 0)))
    state.checks.setCommon([CONTAINS])
    state.rows.editExpected(idAt(state, 0), 'yes')
    expect(standing()).toBe('done')
  })

  it('may be a row’s own', () => {
    const state = stateOf([{ data: {}, checks: [CONTAINS] }])
    expect(state.store.get(state.checks.isCheckingAtom)).toBe(true)
    state.rows.remove([idAt(state, 0)])
    expect(state.store.get(state.checks.isCheckingAtom)).toBe(false)
  })
})

describe('verdicts', () => {
  it('are there for answers that are done, and for no others', async () => {
    const state = stateOf([{ data: {} }, { data: {} }, { data: {} }], [CONTAINS])
    look(state)
    answer(state, 0, 'oh yes')
    answer(state, 1, 'no')
    state.execution.setCell(idAt(state, 2), (cell) => ({ ...cell, state: 'failed', text: 'yes' }))
    await becomes(state, 0, ['pass'])
    await becomes(state, 1, ['fail'])
    expect(outcomes(state, 2)).toBeUndefined()
    expect([...state.store.get(state.checks.unmetAtom)]).toEqual([idAt(state, 1)])
  })

  it('are others once a check, what is expected, a value that a check reads, or the answer changes', async () => {
    const state = stateOf([{ data: { a: 'no' } }], [{ type: 'equals' }])
    look(state)
    answer(state, 0, 'yes')
    await becomes(state, 0, ['unknown'])
    state.rows.editExpected(idAt(state, 0), 'yes')
    await becomes(state, 0, ['pass'])
    state.checks.setCommon([{ type: 'contains', value: '{{a}}' }])
    await becomes(state, 0, ['fail'])
    state.rows.editValue(idAt(state, 0), 'a', 'ye')
    await becomes(state, 0, ['pass'])
    state.execution.setCell(idAt(state, 0), (cell) => ({ ...cell, state: 'streaming', text: '' }))
    answer(state, 0, 'never')
    await becomes(state, 0, ['fail'])
    expect(state.store.get(state.checks.unmetAtom).size).toBe(1)
  })

  it('hold checks of all rows first, then the row’s own', async () => {
    const state = stateOf([{ data: {}, checks: [{ type: 'is-json' }] }], [CONTAINS])
    look(state)
    answer(state, 0, 'yes')
    await becomes(state, 0, ['pass', 'fail'])
    expect(verdicts(state).get(idAt(state, 0))?.checks).toEqual([CONTAINS, { type: 'is-json' }])
  })

  it('go with their row, with its next run, and with the last check', async () => {
    const state = stateOf([{ data: {} }, { data: {} }], [CONTAINS])
    look(state)
    answer(state, 0, 'yes')
    answer(state, 1, 'yes')
    await becomes(state, 1, ['pass'])
    state.execution.setCell(idAt(state, 0), (cell) => ({ ...cell, state: 'streaming', text: '' }))
    await becomes(state, 0, undefined)
    const second = idAt(state, 1)
    state.rows.remove([second])
    await vi.waitFor(() => expect(verdicts(state).has(second)).toBe(false))
    state.undo.undo()
    await becomes(state, 1, ['pass'])
    state.checks.setCommon([])
    await vi.waitFor(() => expect(verdicts(state).size).toBe(0))
  })

  it('that still hold are not made again', async () => {
    const state = stateOf([{ data: {} }, { data: {} }], [CONTAINS])
    look(state)
    answer(state, 0, 'yes')
    await becomes(state, 0, ['pass'])
    const first = verdicts(state).get(idAt(state, 0))
    answer(state, 1, 'no')
    await becomes(state, 1, ['fail'])
    expect(verdicts(state).get(idAt(state, 0))).toBe(first)
  })

  it('of many rows come in turns, and those of checks that are gone never come', async () => {
    const state = stateOf(
      Array.from({ length: 60 }, () => ({ data: {} })),
      [CONTAINS],
    )
    let published = 0
    unlook = state.store.sub(state.checks.verdictsAtom, () => published++)
    for (let index = 0; index < 60; index++) answer(state, index, index % 2 === 0 ? 'yes' : 'no')
    await vi.waitFor(() => expect(verdicts(state).size).toBeGreaterThan(0), { interval: 0 })
    state.checks.setCommon([{ type: 'not-contains', value: 'yes' }])
    await vi.waitFor(() => expect(state.store.get(state.checks.unmetAtom).size).toBe(30))
    await becomes(state, 0, ['fail'])
    await becomes(state, 59, ['pass'])
    expect(published).toBeGreaterThan(2)
    expect(new Set([...verdicts(state).values()].map(({ common }) => common)).size).toBe(1)
  })

  it('are not made while nobody looks', async () => {
    const state = stateOf([{ data: {} }], [CONTAINS])
    const end = look(state)
    answer(state, 0, 'yes')
    await becomes(state, 0, ['pass'])
    end()
    answer(state, 0, 'no')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(outcomes(state, 0)).toEqual(['pass'])
    look(state)
    await becomes(state, 0, ['fail'])
  })

  it('filter the cases', async () => {
    const state = stateOf([{ data: {} }, { data: {} }], [CONTAINS])
    unlook = state.store.sub(state.view.visibleRowIdsAtom, () => {})
    answer(state, 0, 'yes')
    answer(state, 1, 'no')
    state.store.set(state.view.filterAtom, { status: 'unmet', text: '' })
    await vi.waitFor(() => expect(state.store.get(state.view.visibleRowIdsAtom)).toEqual([idAt(state, 1)]))
  })
})

describe('the column of what is expected', () => {
  it('is there where a row expects something, or where it was asked for', () => {
    const state = stateOf([{ data: {} }])
    const has = () => state.store.get(state.checks.hasExpectedAtom)
    expect(has()).toBe(false)
    state.rows.editExpected(idAt(state, 0), 'x')
    expect(has()).toBe(true)
    state.undo.undo()
    expect(has()).toBe(false)
    state.checks.showExpected()
    expect(has()).toBe(true)
  })
})
