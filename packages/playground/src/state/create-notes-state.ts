import { atom } from 'jotai'
import type { History } from './create-undo.ts'
import type { Document } from './document.ts'
import { type NotesState, noteKey, saysNothing } from './notes.ts'
import type { Store } from './playground-state.ts'

export function createNotesState(store: Store, { notesAtom }: Document, undo: History): NotesState {
  return {
    allAtom: notesAtom,
    hasSomeAtom: atom((get) => get(notesAtom).size > 0),
    writeAll(notes) {
      if (notes.length === 0) return
      const before = store.get(notesAtom)
      const after = new Map([...before, ...notes.filter((note) => !saysNothing(note)).map((note) => [noteKey(note), note] as const)])
      undo.commit({ label: 'note', notes: { before, after } })
    },
    write(note) {
      const before = store.get(notesAtom)
      const key = noteKey(note)
      const after = new Map(before)
      if (saysNothing(note)) after.delete(key)
      else after.set(key, note)
      const isTyping = (before.get(key)?.rating ?? null) === note.rating
      undo.commit({ label: 'note', notes: { before, after } }, isTyping ? `note ${key}` : undefined)
    },
  }
}
