import { describe, expect, it } from 'vitest'
import { fakeBindings } from '../fake-bindings.ts'
import { answerNote, otherNotes, rated } from './answer-note.ts'
import type { Rating } from './notes.ts'

function played() {
  const fake = fakeBindings()
  const { state, setCell, outputAt } = fake
  const { store, notes } = state
  const noteAt = (index: number) => answerNote(store.get, state, outputAt(index))
  const rate = (index: number, rating: Rating) => {
    const note = noteAt(index)
    if (note === null) throw new Error(`Case ${index} has no answer.`)
    notes.write(rated(note, rating))
  }
  const write = (index: number, text: string) => {
    const note = noteAt(index)
    if (note !== null) notes.write({ ...note, text })
  }
  const answer = (index: number, text: string, runId = 'r') => setCell(index, { state: 'done', text, runId, model: 'demo/writer' })
  return { ...fake, notes, noteAt, rate, write, answer, all: () => [...store.get(notes.allAtom).values()] }
}

describe('a note', () => {
  it('can be written to an answer that is over, and to nothing else', () => {
    const { noteAt, answer, setCell } = played()
    expect(noteAt(0)).toBeNull()
    setCell(0, { state: 'streaming', text: 'Hal' })
    expect(noteAt(0)).toBeNull()
    answer(0, 'Half.')
    expect(noteAt(0)).toMatchObject({ rating: null, text: '', answer: 'Half.', model: 'demo/writer', runId: 'r', repetition: 0 })
  })

  it('is a rating, which the same rating takes back', () => {
    const { rate, noteAt, answer, all } = played()
    answer(0, 'Yes.')
    rate(0, 'up')
    expect(noteAt(0)?.rating).toBe('up')
    rate(0, 'down')
    expect(noteAt(0)?.rating).toBe('down')
    rate(0, 'down')
    expect(all()).toEqual([])
  })

  it('stays with the answer it was given to: a new run begins without, and the earlier is still there', () => {
    const { rate, write, noteAt, answer, state, outputAt } = played()
    answer(0, 'The first.')
    rate(0, 'down')
    write(0, 'Too short.')
    answer(0, 'The second.', 'r2')
    const now = noteAt(0)
    expect(now).toMatchObject({ rating: null, text: '', answer: 'The second.' })
    expect(otherNotes(state.store.get(state.notes.allAtom), outputAt(0), now)).toMatchObject([
      { runId: 'r', rating: 'down', text: 'Too short.', answer: 'The first.' },
    ])
    answer(0, 'The first.')
    expect(noteAt(0)?.text).toBe('Too short.')
  })

  it('belongs to one case, and to one of several answers', () => {
    const { rate, noteAt, answer, state, outputAt } = played()
    answer(0, 'One.')
    answer(1, 'Two.')
    rate(0, 'up')
    expect(noteAt(1)?.rating).toBeNull()
    const { execution, store } = state
    const cell = execution.cellOf(outputAt(0))
    execution.begin([outputAt(0)], 2)
    execution.setCells([0, 1].map((repetition) => [{ ...outputAt(0), repetition }, cell] as const))
    expect(noteAt(0)?.rating).toBe('up')
    store.set(execution.shownAtom(outputAt(0)), 1)
    expect(noteAt(0)).toMatchObject({ rating: null, repetition: 1 })
  })

  it('is undone and done again, typing as one step and a rating as another', () => {
    const { rate, write, noteAt, answer, state } = played()
    answer(0, 'Yes.')
    rate(0, 'up')
    for (const text of ['G', 'Go', 'Good']) write(0, text)
    expect(state.store.get(state.undo.lastLabelAtom)).toBe('note')
    state.undo.undo()
    expect(noteAt(0)).toMatchObject({ rating: 'up', text: '' })
    state.undo.undo()
    expect(noteAt(0)).toMatchObject({ rating: null, text: '' })
    state.undo.redo()
    state.undo.redo()
    expect(noteAt(0)).toMatchObject({ rating: 'up', text: 'Good' })
  })

  it('that says nothing is none', () => {
    const { write, answer, all } = played()
    answer(0, 'Yes.')
    write(0, 'x')
    write(0, ' \n')
    expect(all()).toEqual([])
  })

  it('makes no result stale', () => {
    const { rate, answer, state, outputAt } = played()
    answer(0, 'Yes.')
    rate(0, 'up')
    expect(state.store.get(state.execution.cellStateAtom(outputAt(0)))).toBe('done')
    expect(state.store.get(state.execution.changesAtom(outputAt(0)))).toEqual([])
  })

  it('keeps of an answer how it began, or what it called', () => {
    const { noteAt, answer, setCell } = played()
    answer(0, 'x'.repeat(5000))
    expect(noteAt(0)?.answer).toHaveLength(280)
    setCell(1, { state: 'done', text: '', toolCalls: [{ id: 'c', type: 'function', function: { name: 'look', arguments: '{}' } }] })
    expect(noteAt(1)?.answer).toBe('look({})')
  })
})
