import type { EnhancedMessage } from './prompt.ts'

/** A test case column. @see seeds/002, Test Case State */
export interface LoadableColumn {
  /** The variable's name. */
  readonly id: string
  readonly name: string
  readonly type: 'text'
}

/**
 * A test case.
 *
 * *Shape*: `data` has no prototype, so that `__proto__` is a column name like any other; a variable without an entry has no value yet.
 * `history` is the conversation of a chat row, oldest first; empty in completion mode.
 * @see seeds/002, Test Case State
 */
export interface LoadableRow {
  readonly id: string
  readonly data: Readonly<Record<string, string>>
  readonly history: readonly EnhancedMessage[]
}
