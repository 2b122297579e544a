import type { ReadingProgress } from '../import/reading-conditions.ts'
import type { ColumnRole, RecogniseOptions } from '../import/recognition.ts'
import type { NewRow } from '../mapping/new-row.ts'
import type { ReadOutcome } from './import-preview.ts'
import type { UnreadSource } from './reading-session.ts'

/** What a page asks of a worker that reads; one thing at a time. */
export type ReaderRequest =
  | { readonly kind: 'read'; readonly source: UnreadSource; readonly options: RecogniseOptions }
  | { readonly kind: 'rows'; readonly roles: readonly ColumnRole[]; readonly from: number; readonly count: number }

/** What it hears: once that the worker is there, then how far it is, then the answer. `broke` is a fault of ours, never of a file. */
export type ReaderReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'read'; readonly outcome: ReadOutcome }
  | { readonly kind: 'rows'; readonly rows: readonly NewRow[] }
  | { readonly kind: 'broke' }

/** A worker as the reader needs it. */
export interface ReaderPort {
  post(request: ReaderRequest): void
  onReply(listener: (reply: ReaderReply) => void): void
  /** It cannot be loaded, or broke. */
  onLost(listener: () => void): void
  terminate(): void
}
