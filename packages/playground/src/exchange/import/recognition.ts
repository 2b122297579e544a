import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'
import type { Check } from '../../checks/check.ts'
import type { ColumnSetting } from '../../state/column-setting.ts'
import type { KeptConversation } from '../../state/kept-conversation.ts'
import type { FormatId } from './format-id.ts'
import type { Problem } from './problem.ts'

/** What was picked, dropped or pasted. Text that was pasted has no bytes and no encoding. */
export interface ImportSource {
  readonly name: string
  readonly type?: string
  readonly content: Uint8Array | string
}

/** What a person may correct in the first step; without it everything is found out. */
export interface RecogniseOptions {
  readonly format?: FormatId
  readonly encoding?: TextEncoding
  readonly delimiter?: string
  /** Whether the first row of a table holds names; it does unless said otherwise. */
  readonly header?: boolean
  /** The sheet of a workbook, by name. */
  readonly sheet?: string
}

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

/** What a column becomes. `check-option` says something of the checks of its row. */
export type ColumnRole =
  | { readonly kind: 'variable'; readonly name: string }
  /** `typed`: the text says how it is compared, `contains: …`; else it is the expected value itself. */
  | { readonly kind: 'expected'; readonly typed: boolean }
  | { readonly kind: 'metadata'; readonly key: string }
  | { readonly kind: 'check-option'; readonly option: 'threshold'; readonly column: string }
  | { readonly kind: 'ignore' }

/** `role` is there where the format itself says what the column is, and `setting` where it says what is to be known of it. */
export interface RecognisedColumn {
  readonly name: string
  readonly role?: ColumnRole
  readonly setting?: Omit<ColumnSetting, 'name'>
}

/** *Shape*: `cells` by column; an empty text is no value. `line` is where the row starts, null where lines mean nothing. */
export interface RecognisedRow {
  readonly line: number | null
  readonly cells: readonly string[]
  readonly history?: readonly Message[]
  readonly conversation?: KeptConversation
  readonly metadata?: Readonly<Record<string, string>>
  readonly checks?: readonly Check[]
  /** What no cell says to be expected. */
  readonly expected?: string
  readonly isDisabled?: true
}

export interface ImportedPrompt {
  readonly mode: 'completion' | 'chat'
  readonly messages: readonly Message[]
  readonly templateFormat: TemplateFormat
}

/** A prompt and how a model is asked, as far as the file says; each part may be missing. */
export interface ImportedVariant {
  readonly name?: string
  readonly prompt?: ImportedPrompt
  /** `model` is absent where the file names none that can be asked here. */
  readonly settings?: Partial<ModelSettings>
}

/** What a file holds, read but not yet placed. Nothing in it was executed or fetched. */
export interface Recognised {
  readonly ok: true
  readonly format: FormatId
  /** Null for pasted text. */
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  readonly hasHeader: boolean
  readonly columns: readonly RecognisedColumn[]
  readonly rows: readonly RecognisedRow[]
  readonly variants: readonly ImportedVariant[]
  /** Checks of every row. */
  readonly checks: readonly Check[]
  readonly problems: readonly Problem[]
}

/** The file was refused: at least one problem is an error. `format` is null where it was not even recognised. */
export interface Refused {
  readonly ok: false
  readonly format: FormatId | null
  readonly problems: readonly Problem[]
}

export type Recognition = Recognised | Refused
