import type { Message } from '@vitrine/contracts'
import type { ColumnType } from '../state/column-setting.ts'

/** As many as are asked for at once: more than these nobody reads before they are added. */
export const MAX_GENERATED = 50

/** A case without an identity: one that serves as an example, or one that a model wrote. Only data: it is placed and never run or read as a template. */
export interface CaseDraft {
  readonly data: Readonly<Record<string, string>>
  /** Empty where nothing is. */
  readonly expected: string
}

/** A column that a model can write values for. */
export interface WrittenColumn {
  readonly name: string
  readonly type: Exclude<ColumnType, 'image' | 'file'>
}

/** What a model is asked for. */
export interface Generation {
  readonly count: number
  /** In the words of whoever asks. */
  readonly kind: string
  readonly columns: readonly WrittenColumn[]
  /** Whether the answer that is expected is to be written too. */
  readonly withExpected: boolean
  readonly examples: readonly CaseDraft[]
  /** What the cases are for. */
  readonly prompt: readonly Pick<Message, 'role' | 'content'>[]
}

/** Those of the columns whose values are texts; pictures and files are nothing that a model could write. */
export const writtenColumns = (columns: readonly { readonly id: string; readonly type: ColumnType }[]): readonly WrittenColumn[] =>
  columns.flatMap(({ id, type }) => (type === 'image' || type === 'file' ? [] : [{ name: id, type }]))
