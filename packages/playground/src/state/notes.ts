import type { Atom } from 'jotai'
import { type CellRef, cellKey } from './output-ref.ts'

export type Rating = 'up' | 'down'

/**
 * What somebody said of an answer. It belongs to that very answer: a later run of the same case begins without one.
 *
 * *Shape*: `runId` names the run that gave the answer, `repetition` which of its answers. `answer` is how that answer began, and `model`
 * who gave it, so that a note can still be read once the answer is gone.
 */
export interface Note extends CellRef {
  readonly runId: string
  readonly rating: Rating | null
  readonly text: string
  readonly answer: string
  readonly model: string | null
}

/** By answer (`noteKey`), in the order in which they were begun. */
export type Notes = ReadonlyMap<string, Note>

export const noteKey = (note: CellRef & Pick<Note, 'runId'>): string => `${cellKey(note)} ${note.runId}`

export const saysNothing = ({ rating, text }: Pick<Note, 'rating' | 'text'>): boolean => rating === null && text.trim() === ''

/** What people said of answers. Every change can be undone; none of it makes a result stale. */
export interface NotesState {
  readonly allAtom: Atom<Notes>
  /** Whether there is any. */
  readonly hasSomeAtom: Atom<boolean>
  /** One step to undo; typing is joined. A note that says nothing is taken away. */
  write(note: Note): void
  /** Many at once, as one step to undo. */
  writeAll(notes: readonly Note[]): void
}
