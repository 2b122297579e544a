import type { Atom, createStore, PrimitiveAtom } from 'jotai'
import type { ChecksState } from './checks-state.ts'
import type { ConversationMemories } from './conversation-memory.ts'
import type { EditedRequests } from './edited-request.ts'
import type { ExecutionState } from './execution-state.ts'
import type { Imported } from './imported.ts'
import type { NotesState } from './notes.ts'
import type { PromptState } from './prompt-state.ts'
import type { RowsState } from './rows-state.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'
import type { ViewState } from './view-state.ts'

export type Store = ReturnType<typeof createStore>

export interface UndoState {
  readonly canUndoAtom: Atom<boolean>
  readonly canRedoAtom: Atom<boolean>
  /** What the last change was, for *Undo …*: a message key and its values; null where there is nothing to undo. */
  readonly lastLabelAtom: Atom<string | null>
  undo(): void
  redo(): void
}

/** Everything of one mount: its own store, its own atoms. Two mounts share nothing. */
export interface PlaygroundState {
  readonly store: Store
  readonly prompt: PromptState
  readonly rows: RowsState
  readonly execution: ExecutionState
  readonly checks: ChecksState
  readonly notes: NotesState
  /** What is known of conversations beside their messages. No part of what undo takes back. */
  readonly memoriesAtom: PrimitiveAtom<ConversationMemories>
  readonly view: ViewState
  readonly undo: UndoState
  readonly edited: EditedRequests
  /** Replaces prompt and rows; one undo step, which also brings the results back. */
  load(snapshot: PlaygroundSnapshot): void
  /** Rows, and prompt and settings where there are some; one undo step for all of it. Rows that stay keep their results. */
  applyImport(imported: Imported): void
  /** Prompt and rows as they are, without results. */
  snapshot(): PlaygroundSnapshot
  /** Monotonic, milliseconds. */
  readonly clock: () => number
}
