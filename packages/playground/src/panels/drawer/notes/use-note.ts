import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { notes as texts } from '../../../messages/en/notes.ts'
import { useLateTexts } from '../../../messages/use-late-texts.ts'
import { usePlayground } from '../../../playground-context.ts'
import { answerNote, rated } from '../../../state/answer-note.ts'
import type { Note, Rating } from '../../../state/notes.ts'
import type { OutputRef } from '../../../state/output-ref.ts'

export interface EditedNote {
  readonly note: Note
  readonly rate: (rating: Rating) => void
  readonly write: (text: string) => void
}

/** What is said of the answer that an output shows; null where there is none to say something of. */
export function useNote(at: OutputRef): EditedNote | null {
  useLateTexts('notes', texts)
  const { state } = usePlayground()
  const { rowId, variantId } = at
  const note = useAtomValue(useMemo(() => atom((get) => answerNote(get, state, { rowId, variantId })), [state, rowId, variantId]))
  if (note === null) return null
  return {
    note,
    rate: (rating) => state.notes.write(rated(note, rating)),
    write: (text) => state.notes.write({ ...note, text }),
  }
}
