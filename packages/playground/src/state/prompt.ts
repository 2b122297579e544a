import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'
import type { Check } from '../checks/check.ts'
import type { ColumnSetting } from './column-setting.ts'

/** A message with an identity, so that an editor keeps its cursor when messages move. */
export interface EnhancedMessage extends Message {
  readonly id: string
}

/**
 * The draft prompt.
 *
 * *Shape*: `variables` holds the root names that the messages and the response format read, in order of first use: each is a column.
 * It is derived; a patch that sets it is ignored. `checks` hold for the answers of all rows; they are not sent, and change no result.
 * @see seeds/002, Frontend State Schema
 */
export interface EnhancedPrompt {
  readonly sessionId: string
  readonly mode: 'completion' | 'chat'
  readonly messages: readonly EnhancedMessage[]
  readonly llmConfig: ModelSettings
  readonly templateFormat: TemplateFormat
  readonly variables: readonly string[]
  readonly checks?: readonly Check[]
  /** The columns whose values are not plain text. Derived, like `variables`: see `RowsState.setColumn`. */
  readonly columnTypes?: readonly ColumnSetting[]
}

/** What of a prompt may differ from variant to variant. */
export interface PromptVariant {
  readonly id: string
  readonly messages: readonly EnhancedMessage[]
  readonly llmConfig: ModelSettings
}

/** Variants side by side, and what they share. *Shape*: at least one variant, at most `MAX_VARIANTS`; the first is A. */
export interface PromptDocument {
  readonly sessionId: string
  readonly mode: EnhancedPrompt['mode']
  readonly templateFormat: TemplateFormat
  readonly checks: readonly Check[]
  /** What is said of columns: their types, and which are hidden. */
  readonly columns: readonly ColumnSetting[]
  readonly variants: readonly PromptVariant[]
}

export const MAX_VARIANTS = 6
