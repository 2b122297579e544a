import type { Notes } from './notes.ts'
import type { PromptDocument } from './prompt.ts'
import type { RowEntry } from './row-entry.ts'
import type { LoadableRow } from './row.ts'

/** What an undo step is called; a message catalogue has a text for each. A host's `patch` may bring its own. */
export type UndoLabel =
  | 'prompt'
  | 'settings'
  | 'mode'
  | 'format'
  | 'message-add'
  | 'message-edit'
  | 'message-duplicate'
  | 'message-move'
  | 'message-delete'
  | 'case-add'
  | 'case-edit'
  | 'cases-paste'
  | 'cells-fill'
  | 'case-duplicate'
  | 'case-move'
  | 'case-delete'
  | 'history-edit'
  | 'expected-edit'
  | 'checks'
  | 'variant-add'
  | 'variant-delete'
  | 'variant-move'
  | 'column'
  | 'case-disable'
  | 'note'
  | 'load'
  | 'import'

interface Difference<Value> {
  readonly before: Value
  readonly after: Value
}

/** `before` null: the row came with the change; `after` null: it went. */
export interface RowChange extends Difference<LoadableRow | null> {
  readonly entry: RowEntry
}

/** Prompt and rows before and after one action. Everything in it is immutable, so keeping it costs only what differs. */
export interface Change {
  readonly label: string
  readonly prompt?: Difference<PromptDocument>
  readonly ids?: Difference<readonly string[]>
  readonly rows?: readonly RowChange[]
  readonly notes?: Difference<Notes>
}

/** Two changes in a row as one. Only for changes that touch the same places, as typing does. */
export function joined(first: Change, second: Change): Change {
  const starts = new Map(first.rows?.map((row) => [row.entry, row.before]))
  return {
    label: second.label,
    ...(first.prompt && second.prompt ? { prompt: { before: first.prompt.before, after: second.prompt.after } } : {}),
    ...(second.rows ? { rows: second.rows.map((row) => ({ ...row, before: starts.get(row.entry) ?? row.before })) } : {}),
    ...(first.notes && second.notes ? { notes: { before: first.notes.before, after: second.notes.after } } : {}),
  }
}
