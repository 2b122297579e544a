import type { Atom, PrimitiveAtom, createStore } from 'jotai'
import type { TemplateFormat } from '@vitrine/contracts'
import type { TemplateProblem, TemplateVariable } from '@vitrine/templating'
import type { Cell, CellState } from './cell.ts'
import type { ChecksState } from './checks-state.ts'
import type { CellText, ColumnChange } from './column-change.ts'
import type { ColumnSetting } from './column-setting.ts'
import type { CellRef, OutputRef } from './output-ref.ts'
import type { EnhancedMessage, EnhancedPrompt, PromptVariant } from './prompt.ts'
import type { UndoLabel } from './change.ts'
import type { Imported } from './imported.ts'
import type { NotesState } from './notes.ts'
import type { RowParts } from './row-parts.ts'
import type { LoadableColumn, LoadableRow } from './row.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

export type Store = ReturnType<typeof createStore>

/** The variants of the prompt. What is done to them can be undone; which one is active is no part of the document. */
export interface VariantsState {
  /** In their order: A, B, … */
  readonly listAtom: Atom<readonly PromptVariant[]>
  readonly idsAtom: Atom<readonly string[]>
  /** The one that the configuration shows and changes. */
  readonly activeIdAtom: Atom<string>
  activate(variantId: string): void
  /** A copy at the end, which becomes the active one; null where there are as many as there may be. */
  clone(variantId: string): string | null
  /** As many as there is room for, at the end; answers their ids. */
  add(prompts: readonly Pick<PromptVariant, 'messages' | 'llmConfig'>[]): readonly string[]
  /** The last one stays. */
  remove(variantId: string): void
  /** `to` is the index it has afterwards. */
  move(variantId: string, to: number): void
  replace(variantId: string, parts: Partial<Pick<PromptVariant, 'messages' | 'llmConfig'>>, label: UndoLabel): void
  /** Another syntax for all, with the messages as they are written in it, by variant. */
  convert(templateFormat: TemplateFormat, messagesOf: ReadonlyMap<string, readonly EnhancedMessage[]>): void
}

/**
 * The prompt and what follows from it. Writing goes through the actions, so that every change can be undone. What is without a variant
 * is of the active one.
 */
export interface PromptState {
  readonly variants: VariantsState
  readonly draftAtom: Atom<EnhancedPrompt>
  readonly variablesAtom: Atom<readonly TemplateVariable[]>
  /** Template problems by place, in the order of the messages; empty where every template parses. */
  readonly problemsAtom: Atom<readonly PromptProblem[]>
  draftOf(variantId: string): Atom<EnhancedPrompt>
  variablesOf(variantId: string): Atom<readonly TemplateVariable[]>
  problemsOf(variantId: string): Atom<readonly PromptProblem[]>
  /** What some variant reads, in order of first use. */
  readonly columnNamesAtom: Atom<readonly string[]>
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
  /** The rows that are filled, from that one on; without them all that follow it. */
  readonly rowIds?: readonly string[]
}

/** One atom per row: a change of one row renders one row. */
export interface RowsState {
  readonly idsAtom: Atom<readonly string[]>
  /** Those that are drawn: in order of first use what some variant reads, then what was asked for. */
  readonly columnsAtom: Atom<readonly LoadableColumn[]>
  /** The others: hidden by somebody, or holding values that no variant reads. */
  readonly hiddenColumnsAtom: Atom<readonly LoadableColumn[]>
  /** What was said of columns. */
  readonly settingsAtom: Atom<readonly ColumnSetting[]>
  setColumn(setting: ColumnSetting): void
  /** As one step to undo. */
  changeColumns(change: ColumnChange): void
  /** Any number of cells, as one step to undo. */
  setCells(texts: Iterable<CellText>): void
  /** Kept and not run, or run again. */
  disable(ids: readonly string[], isDisabled: boolean): void
  /** How many rows hold a value, by column; a column that no row fills has no entry. */
  readonly filledAtom: Atom<ReadonlyMap<string, number>>
  /** The row's own atom; an id that is gone reads as null. */
  rowAtom(id: string): Atom<LoadableRow | null>
  /** The names of variables without a value, in column order: of the variant, or of any where none is named. */
  missingAtom(id: string, variantId?: string): Atom<readonly string[]>
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
  /** The same rows in another order. */
  arrange(ids: readonly string[]): void
  remove(ids: readonly string[]): void
  /** With a mode, what is shown of it changes in the same step. */
  setHistory(id: string, history: readonly EnhancedMessage[], mode?: EnhancedPrompt['mode']): void
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

/** How runs go. */
export interface RunPolicy {
  /** Calls at a time, from 1. */
  readonly concurrencyAtom: PrimitiveAtom<number>
  /** Answers for each row and variant, from 1 to 30. */
  readonly repetitionsAtom: PrimitiveAtom<number>
  /** USD that one run may cost; null is no limit. */
  readonly budgetUsdAtom: PrimitiveAtom<number | null>
  readonly stopsOnErrorAtom: PrimitiveAtom<boolean>
}

/** Why a run stands still or ended before its end. */
export interface RunHalt {
  /** `unpriced`: there is a budget, and nobody knows what a call costs. */
  readonly kind: 'paused' | 'budget' | 'unpriced' | 'error'
}

/** What names an output; a row's id alone names the one under the first variant. */
export type OutputPlace = OutputRef | string

export interface ExecutionState extends RunPolicy {
  /** The answer that is looked at, as it was produced. */
  cellAtom(place: OutputPlace): Atom<Cell>
  /** All repetitions; at least one. */
  cellsAtom(place: OutputPlace): Atom<readonly Cell[]>
  /** Which repetition is looked at, from 0. */
  shownAtom(place: OutputPlace): PrimitiveAtom<number>
  /** What was there before the last run; null where nothing was. */
  previousAtom(place: OutputPlace): Atom<Cell | null>
  /** What the cell shows: `stale` where what produced it has changed, `blocked` where a value is missing and nothing ran. */
  cellStateAtom(place: OutputPlace): Atom<CellState>
  /** What changed since the cell was produced: `prompt`, `settings` and the names of inputs; empty where nothing did. */
  changesAtom(place: OutputPlace): Atom<readonly string[]>
  readonly progressAtom: Atom<RunProgress | null>
  readonly isRunningAtom: Atom<boolean>
  /** Whether rows wait because there is no network; they go on by themselves. */
  readonly isOfflineAtom: PrimitiveAtom<boolean>
  /** Why the last run stands still or was ended before its end; null where neither is so. */
  readonly haltAtom: PrimitiveAtom<RunHalt | null>
  /** Outputs by what Run would do. */
  readonly targetsAtom: Atom<RunTargets>
  /** Where each output stands, in row order and by variant. Changes when some output's outcome does. */
  readonly standingsAtom: Atom<readonly Standing[]>
  /** The cell that is looked at, without subscribing to it. */
  cellOf(place: OutputPlace): Cell
  cellsOf(place: OutputPlace): readonly Cell[]
  /** Replaces the first repetition. */
  setCell(place: OutputPlace, next: (cell: Cell) => Cell): void
  /** Makes room for so many answers; what was looked at before is the previous one. */
  begin(places: readonly OutputRef[], repetitions: number): void
  /** Replaces many cells, and the progress where it is given, as one change. Rows that are gone are passed over. */
  setCells(cells: Iterable<readonly [ref: CellRef, cell: Cell]>, progress?: RunProgress | null): void
  setProgress(next: (progress: RunProgress | null) => RunProgress | null): void
  /** Whether somebody subscribes to an answer of it: only such cells need to be told their place in the queue. */
  isWatched(ref: OutputRef): boolean
}

/** Outputs in row order, by variant. One that cannot run (a value is missing, the prompt is empty, a template is broken) is in none. */
export interface RunTargets {
  readonly runnable: readonly OutputRef[]
  readonly failed: readonly OutputRef[]
  readonly stale: readonly OutputRef[]
  /** Without a result: never run, or stopped. */
  readonly missing: readonly OutputRef[]
}

/** Where an output stands: whether it can run, and the state that it shows; of several repetitions the one that needs most. */
export interface Standing extends OutputRef {
  readonly canRun: boolean
  readonly state: CellState
}

export interface CellCursor {
  readonly rowId: string
  /** A column id, or that of an output. */
  readonly column: string
}

export type DrawerTab = 'output' | 'prompt' | 'wire' | 'trace' | 'logprobs' | 'checks' | 'notes' | 'cost' | 'code'

/** `unmet`: some check failed; `differs`: the variants do not say the same. A row is kept where some output of it is. */
export interface RowFilter {
  readonly status: 'all' | 'failed' | 'stale' | 'unmet' | 'differs'
  readonly text: string
}

/** A run of many calls that somebody is asked about before it begins. */
export interface AskedRun {
  readonly places: readonly OutputPlace[]
  readonly calls: number
}

export interface ViewState {
  readonly selectedRowIdsAtom: PrimitiveAtom<ReadonlySet<string>>
  readonly cursorAtom: PrimitiveAtom<CellCursor | null>
  readonly editingAtom: PrimitiveAtom<CellCursor | null>
  readonly drawerAtom: PrimitiveAtom<(OutputRef & { readonly tab: DrawerTab }) | null>
  /** The case that *Rendered for case n* shows; falls back to the first row. */
  readonly previewRowIdAtom: PrimitiveAtom<string | null>
  readonly filterAtom: PrimitiveAtom<RowFilter>
  readonly densityAtom: PrimitiveAtom<0 | 1 | 2>
  readonly configCollapsedAtom: PrimitiveAtom<boolean>
  /** Below 900 px: which part the sheet shows. */
  readonly narrowPartAtom: PrimitiveAtom<'prompt' | 'cases'>
  readonly askedRunAtom: PrimitiveAtom<AskedRun | null>
  readonly visibleRowIdsAtom: Atom<readonly string[]>
  /** The rows to which the variants do not say the same. */
  readonly differingAtom: Atom<ReadonlySet<string>>
}

/** A provider's request edited by hand, and what came of sending it. `cell` is null until it was sent. */
export interface EditedRequest {
  readonly text: string
  readonly cell: Cell | null
  readonly stop: (() => void) | null
}

/** Edited requests by output (`outputKey`); a branch beside its own result, which they do not touch. */
export interface EditedRequests {
  readonly allAtom: Atom<ReadonlyMap<string, EditedRequest>>
  edit(key: string, text: string): void
  /** A request is sent; one that was under way is stopped. `stop` tells requests of one output apart. */
  begin(key: string, cell: Cell, stop: () => void): void
  change(key: string, stop: () => void, change: (cell: Cell) => Cell): void
  /** Back to the form: what was edited and what came of it is forgotten. */
  leave(key: string): void
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
  readonly notes: NotesState
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
