import { describe, expect, it } from 'vitest'
import { fakeBindings } from '../../fake-bindings.ts'
import { type Cell, EMPTY_CELL } from '../../state/cell.ts'
import { provenanceOf } from '../../state/provenance.ts'
import { exportSourceOf } from './export-source-of.ts'

describe('what is exported', () => {
  it('is every repetition, with its own state, note and verdict', () => {
    const { state, outputAt } = fakeBindings()
    const { store, execution, notes, prompt, rows } = state
    const at = outputAt(0)
    execution.begin([at], 3)
    const row = store.get(rows.rowAtom(at.rowId))
    if (row === null) throw new Error('There is no such case.')
    const provenance = provenanceOf(store.get(prompt.draftAtom), row)
    const done: Cell = { ...EMPTY_CELL, state: 'done', runId: 'r', text: 'Yes.', provenance }
    execution.setCells([
      [{ ...at, repetition: 0 }, done],
      [
        { ...at, repetition: 1 },
        { ...done, text: 'No.', provenance: { ...provenance, promptHash: 'other' } },
      ],
      [
        { ...at, repetition: 2 },
        { ...EMPTY_CELL, state: 'failed', runId: 'r', failure: { code: 'timeout', message: 'Too late.' } },
      ],
    ])
    notes.write({ ...at, repetition: 1, runId: 'r', rating: 'down', text: 'Wrong.', answer: 'No.', model: null })
    store.set(execution.shownAtom(at), 1)
    const { results } = exportSourceOf(state, null)
    expect(results.map(({ repetition, state: shown, cell, note }) => [repetition, shown, cell.text, note?.text])).toEqual([
      [0, 'done', 'Yes.', undefined],
      [1, 'stale', 'No.', 'Wrong.'],
      [2, 'failed', '', undefined],
    ])
  })

  it('leaves out what never ran', () => {
    const { state, outputAt, setCell } = fakeBindings()
    state.execution.begin([outputAt(0)], 2)
    setCell(0, { state: 'done', text: 'Yes.' })
    expect(exportSourceOf(state, null).results.map(({ repetition }) => repetition)).toEqual([0])
  })
})
