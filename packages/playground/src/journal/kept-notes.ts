import type { Note, Notes, Rating } from '../state/notes.ts'
import type { KeptNote } from './journal.ts'

/** Notes by the case that they belong to. Those of a case are the same list for as long as nobody changes one of them. */
export function createNotesByRow(): (notes: Notes) => ReadonlyMap<string, readonly Note[]> {
  let last: ReadonlyMap<string, readonly Note[]> = new Map()
  return (notes) => {
    const next = Map.groupBy(notes.values(), ({ rowId }) => rowId)
    const isSame = (one: readonly Note[], other: readonly Note[] = []) =>
      one.length === other.length && one.every((note, index) => note === other[index])
    last = new Map([...next].map(([rowId, list]) => [rowId, isSame(list, last.get(rowId)) ? (last.get(rowId) ?? list) : list]))
    return last
  }
}

/** A note without the names that its case and its variant have on this page. One of a variant that is gone is not kept. */
export function keptNote({ rowId: _rowId, variantId, ...note }: Note, variantIds: readonly string[]): readonly KeptNote[] {
  const variant = variantIds.indexOf(variantId)
  return variant < 0 ? [] : [{ ...note, variant }]
}

const isRating = (value: unknown): value is Rating | null => value === null || value === 'up' || value === 'down'

/** A note with the names of this page; none where what was kept is none. */
export function restoredNote({ variant, ...note }: KeptNote, rowId: string, variantIds: readonly string[]): readonly Note[] {
  const variantId = variantIds[variant]
  const { rating, text, answer, model, runId, repetition } = note
  const isNote = isRating(rating) && [text, answer, runId].every((one) => typeof one === 'string') && Number.isInteger(repetition)
  return variantId === undefined || !isNote ? [] : [{ rowId, variantId, rating, text, answer, model, runId, repetition }]
}
