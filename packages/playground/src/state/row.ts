import type { Check } from '../checks/check.ts'
import type { ColumnType } from './column-setting.ts'
import type { EnhancedMessage } from './prompt.ts'

/** A test case column. @see seeds/002, Test Case State */
export interface LoadableColumn {
  /** The variable's name. */
  readonly id: string
  readonly name: string
  readonly type: ColumnType
}

/**
 * A test case.
 *
 * *Shape*: `data` has no prototype, so that `__proto__` is a column name like any other; a variable without an entry has no value yet.
 * `history` is the conversation of a chat row, oldest first; empty in completion mode. `expected` is the answer that is wanted, `checks`
 * hold for this row alone, `metadata` says something about the row that no prompt reads and has no prototype; each is absent where there
 * is nothing to say. A row that `isDisabled` is kept and not run.
 * @see seeds/002, Test Case State
 */
export interface LoadableRow {
  readonly id: string
  readonly data: Readonly<Record<string, string>>
  readonly history: readonly EnhancedMessage[]
  readonly expected?: string
  readonly checks?: readonly Check[]
  readonly metadata?: Readonly<Record<string, string>>
  readonly isDisabled?: true
}
