import type { Atom, PrimitiveAtom, createStore } from 'jotai'
import type { TemplateProblem, TemplateVariable } from '@vitrine/templating'
import type { Cell, CellState } from './cell.ts'
import type { ChecksState } from './checks-state.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import type { Imported } from './imported.ts'
import type { RowParts } from './row-parts.ts'
import type { LoadableColumn, LoadableRow } from './row.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

export type Store = ReturnType<typeof createStore>

/** The prompt and what follows from it. Writing goes through the actions, so that every change can be undone. */
export interface PromptState {
  readonly draftAtom: Atom<EnhancedPrompt>
  readonly variablesAtom: Atom<readonly TemplateVariable[]>
  /** Template problems by place, in the order of the messages; empty where every template parses. */
  readonly problemsAtom: Atom<readonly PromptProblem[]>
  patch(patch: Partial<EnhancedPrompt>, label?: string): void
  addMessage(message: Omit<EnhancedMessage, 'id'>, at?: number): string
  /** One undo step for all of them; answers their ids. Without a place they come last. */
  addMessages(messages: readonly Omit<EnhancedMessage, 'id'>[], at?: number): readonly string[]
  /** Typing: joined with the last change of the same message into one undo step. */
  editMessage(id: string, patch: Partial<Omit<EnhancedMessage, 'id'>>): void
  duplicateMessage(id: string): void
  /** `to` is the index it has afterwards. */
  moveMessage(id: string, to: number): void
  deleteMessage(id: string): void
}

export interface PromptProblem {
  readonly messageId: string | null
  /** `messages[1].content[0].text`, `response_format.…`. */
  readonly location: string
  readonly problem: TemplateProblem
}

/** Null: the table becomes rows of its own, or begins at the first column. `hasExpected`: what is expected is the last of the columns. */
export interface PastePlace {
  readonly rowId: string | null
  readonly column: string | null
  readonly hasExpected?: boolean
}

/** One atom per row: a change of one row renders one row. */
export interface RowsState {
  readonly idsAtom: Atom<readonly string[]>
  readonly columnsAtom: Atom<readonly LoadableColumn[]>
  /** Columns that hold values but that no variable of the prompt reads. */
  readonly hiddenColumnsAtom: Atom<readonly LoadableColumn[]>
  /** How many rows hold a value, by column; a column that no row fills has no entry. */
  readonly filledAtom: Atom<ReadonlyMap<string, number>>
  /** The row's own atom; an id that is gone reads as null. */
  rowAtom(id: string): Atom<LoadableRow | null>
  /** The names of variables without a value, in column order; what `blocked` says. */
  missingAtom(id: string): Atom<readonly string[]>
  /** Rises whenever a value, a history or the set of rows changes. */
  readonly revisionAtom: Atom<number>
  add(rows?: readonly RowParts[], at?: number): readonly string[]
  /** The column of what is expected is one too. */
  editValue(id: string, column: string, value: string): void
  /** The answer that is wanted of a row; an empty text takes it away. */
  editExpected(id: string, text: string): void
  /** Fills cells from a table, from a cell on, growing rows where it ends; one undo step. */
  paste(from: PastePlace, table: readonly (readonly string[])[]): void
  duplicate(ids: readonly string[]): void
  move(id: string, to: number): void
  remove(ids: readonly string[]): void
  setHistory(id: string, history: readonly EnhancedMessage[]): void
}

export interface RunProgress {
  readonly runId: string
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly stopped: number
  readonly retrying: number
  readonly running: number
  readonly queued: number
  readonly startedAtMs: number
  readonly endedAtMs: number | null
  /** USD; the sum of what is known, null where rows are over and of none it is known. */
  readonly costUsd: number | null
  /** Rows that are over and of which nobody said what they cost. */
  readonly unknownCosts: number
}

export interface ExecutionState {
  /** What is on the cell, as it was produced. */
  cellAtom(rowId: string): Atom<Cell>
  /** What the cell shows: `stale` where what produced it has changed, `blocked` where a value is missing and nothing ran. */
  cellStateAtom(rowId: string): Atom<CellState>
  /** What changed since the cell was produced: `prompt`, `settings` and the names of inputs; empty where nothing did. */
  changesAtom(rowId: string): Atom<readonly string[]>
  readonly progressAtom: Atom<RunProgress | null>
  readonly isRunningAtom: Atom<boolean>
  /** Whether rows wait because there is no network; they go on by themselves. */
  readonly isOfflineAtom: PrimitiveAtom<boolean>
  readonly concurrencyAtom: PrimitiveAtom<number>
  /** Row ids by what Run would do: `runnable` (not blocked), `failed`, `stale`, `missing` (no result yet). */
  readonly targetsAtom: Atom<RunTargets>
  /** Where each row stands, in row order. Changes when some row's outcome does. */
  readonly standingsAtom: Atom<readonly Standing[]>
  /** The cell without subscribing to it. */
  cellOf(rowId: string): Cell
  /** Replaces a cell; for adapters and the reducer. */
  setCell(rowId: string, next: (cell: Cell) => Cell): void
  /** Replaces many cells, and the progress where it is given, as one change. Rows that are gone are passed over. */
  setCells(cells: Iterable<readonly [rowId: string, cell: Cell]>, progress?: RunProgress | null): void
  setProgress(next: (progress: RunProgress | null) => RunProgress | null): void
  /** The rows whose cell somebody subscribes to: what is worth telling its place in the queue. */
  readonly watchedRowIds: ReadonlySet<string>
}

/** Row ids in row order. A row that cannot run (a value is missing, the prompt is empty, a template is broken) is in none of them. */
export interface RunTargets {
  readonly runnable: readonly string[]
  readonly failed: readonly string[]
  readonly stale: readonly string[]
  /** Without a result: never run, or stopped. */
  readonly missing: readonly string[]
}

/** Where a row stands: whether it can run, and the state that its cell shows. */
export interface Standing {
  readonly rowId: string
  readonly canRun: boolean
  readonly state: CellState
}

export interface CellCursor {
  readonly rowId: string
  /** A column id, or `#output`. */
  readonly column: string
}

export type DrawerTab = 'output' | 'prompt' | 'wire' | 'trace' | 'logprobs' | 'checks' | 'cost' | 'code'

export interface ViewState {
  readonly selectedRowIdsAtom: PrimitiveAtom<ReadonlySet<string>>
  readonly cursorAtom: PrimitiveAtom<CellCursor | null>
  readonly editingAtom: PrimitiveAtom<CellCursor | null>
  readonly drawerAtom: PrimitiveAtom<{ readonly rowId: string; readonly tab: DrawerTab } | null>
  /** The case that *Rendered for case n* shows; falls back to the first row. */
  readonly previewRowIdAtom: PrimitiveAtom<string | null>
  /** `unmet`: some check failed. */
  readonly filterAtom: PrimitiveAtom<{ readonly status: 'all' | 'failed' | 'stale' | 'unmet'; readonly text: string }>
  readonly densityAtom: PrimitiveAtom<0 | 1 | 2>
  readonly configCollapsedAtom: PrimitiveAtom<boolean>
  /** Below 900 px: which part the sheet shows. */
  readonly narrowPartAtom: PrimitiveAtom<'prompt' | 'cases'>
  readonly visibleRowIdsAtom: Atom<readonly string[]>
}

/** A provider's request edited by hand, and what came of sending it. `cell` is null until it was sent. */
export interface EditedRequest {
  readonly text: string
  readonly cell: Cell | null
  readonly stop: (() => void) | null
}

/** Edited requests by row; a branch beside the row's own result, which they do not touch. */
export interface EditedRequests {
  readonly allAtom: Atom<ReadonlyMap<string, EditedRequest>>
  edit(rowId: string, text: string): void
  /** A request is sent; one that was under way is stopped. `stop` tells requests of one row apart. */
  begin(rowId: string, cell: Cell, stop: () => void): void
  change(rowId: string, stop: () => void, change: (cell: Cell) => Cell): void
  /** Back to the form: what was edited and what came of it is forgotten. */
  leave(rowId: string): void
  dispose(): void
}

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
