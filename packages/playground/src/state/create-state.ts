import { atom, createStore } from 'jotai'
import type { RowChange } from './change.ts'
import type { ConversationMemories } from './conversation-memory.ts'
import { createChecksState } from './create-checks-state.ts'
import { createExecutionState } from './create-execution-state.ts'
import { createNotesState } from './create-notes-state.ts'
import { createPromptState } from './create-prompt-state.ts'
import { createRowsState } from './create-rows-state.ts'
import { createEditedRequests } from './edited-requests.ts'
import { createUndo } from './create-undo.ts'
import { createViewState } from './create-view-state.ts'
import { createDocument } from './document.ts'
import type { PlaygroundState, Store } from './playground-state.ts'
import { createPromptAnalysis } from './analyse-prompt.ts'
import { fromSnapshot, toSnapshot } from './snapshot-conversion.ts'
import { EMPTY_SNAPSHOT, type PlaygroundSnapshot } from './snapshot.ts'
import { importChange } from './imported.ts'
import { createTransact } from './transaction.ts'

export interface StateOptions {
  /** The host's store; without it the mount has its own. */
  readonly store?: Store
  /** Monotonic, milliseconds. */
  readonly clock: () => number
  /** A new id at every call, unique within the page. */
  readonly ids: () => string
  readonly initial?: PlaygroundSnapshot
}

/** Everything of one mount. All atoms are made here and nothing lives at module level, so two mounts share nothing. */
export function createPlaygroundState({ store = createStore(), clock, ids, initial = EMPTY_SNAPSHOT }: StateOptions): PlaygroundState {
  const transact = createTransact(store)
  const first = fromSnapshot(initial, ids)
  const memoriesAtom = atom<ConversationMemories>(first.memories)
  // Rows that are brought back by undo still know what they knew.
  const remember = (coming: ConversationMemories) => coming.size > 0 && store.set(memoriesAtom, (all) => new Map([...all, ...coming]))
  const document = createDocument(store, transact, { sessionId: ids(), ...first.prompt }, clock)
  const undo = createUndo(store, document, clock)
  const prompt = createPromptState(store, document, undo, ids, createPromptAnalysis())
  const rows = createRowsState(store, document, undo, prompt, ids)
  const execution = createExecutionState(store, transact, document, prompt)
  const checks = createChecksState({ store, document, prompt, execution, clock })
  const notes = createNotesState(store, document, undo)
  const view = createViewState({ store, document, prompt, execution, checks })

  const coming = first.entries.map((entry): RowChange => ({ entry, before: null, after: entry.row }))
  document.apply({ label: 'load', ids: { before: [], after: first.entries.map(({ id }) => id) }, rows: coming }, 'forwards')

  return {
    store,
    prompt,
    rows,
    execution,
    checks,
    notes,
    memoriesAtom,
    view,
    undo,
    edited: createEditedRequests(store),
    clock,
    snapshot: () =>
      toSnapshot(
        store.get(document.promptAtom),
        store.get(document.idsAtom).flatMap((id) => document.entries.get(id)?.row ?? []),
        store.get(memoriesAtom),
      ),
    load(snapshot) {
      const before = store.get(document.promptAtom)
      const next = fromSnapshot(snapshot, ids)
      remember(next.memories)
      const going = [...document.entries.values()].map((entry): RowChange => ({ entry, before: entry.row, after: null }))
      undo.commit({
        label: 'load',
        prompt: { before, after: { sessionId: before.sessionId, ...next.prompt } },
        ids: { before: store.get(document.idsAtom), after: next.entries.map(({ id }) => id) },
        rows: [...going, ...next.entries.map((entry): RowChange => ({ entry, before: null, after: entry.row }))],
      })
    },
    applyImport(imported) {
      const before = {
        prompt: store.get(document.promptAtom),
        variantId: store.get(prompt.variants.activeIdAtom),
        ids: store.get(document.idsAtom),
        entries: document.entries,
      }
      const made = importChange(imported, before, ids)
      if (made === null) return
      remember(made.memories)
      undo.commit(made.change)
    },
  }
}
