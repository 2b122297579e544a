import type { Getter } from 'jotai'
import { isActive } from './cell-lifecycle.ts'
import { type Note, noteKey, type Notes, type Rating } from './notes.ts'
import type { OutputRef } from './output-ref.ts'
import type { PlaygroundState } from './playground-state.ts'

/** Of an answer, as much as tells it from others. UTF-16 units. */
const BEGINNING = 280

/** The note of the answer that is looked at, or an empty one to write into; null where there is no answer to say something of. */
export function answerNote(get: Getter, { execution, notes }: PlaygroundState, { rowId, variantId }: OutputRef): Note | null {
  const at = { rowId, variantId }
  const cells = get(execution.cellsAtom(at))
  const repetition = Math.min(get(execution.shownAtom(at)), cells.length - 1)
  const cell = cells[repetition]
  if (cell === undefined || cell.runId === null || isActive(cell.state)) return null
  const place = { ...at, repetition, runId: cell.runId }
  const said = cell.text || cell.refusal || cell.toolCalls.map((call) => `${call.function.name}(${call.function.arguments})`).join(' ')
  return get(notes.allAtom).get(noteKey(place)) ?? { ...place, rating: null, text: '', answer: said.slice(0, BEGINNING), model: cell.model }
}

/** Rated so; the same rating twice takes it back. */
export const rated = (note: Note, rating: Rating): Note => ({ ...note, rating: note.rating === rating ? null : rating })

/** What was said of other answers in the same place, the latest first: of earlier runs, and of the run's other answers. */
export const otherNotes = (notes: Notes, { rowId, variantId }: OutputRef, besides: Note | null): readonly Note[] => {
  const own = besides === null ? null : noteKey(besides)
  return [...notes.values()].filter((note) => note.rowId === rowId && note.variantId === variantId && noteKey(note) !== own).toReversed()
}
