import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'
import type { Check } from '../checks/check.ts'
import type { ColumnSetting } from './column-setting.ts'
import type { KeptConversation } from './kept-conversation.ts'

/**
 * Prompt and test cases as plain data: what a host may keep, share or start from. It never holds what runs came to, addresses or tokens; of
 * a conversation it holds the answers that were kept as versions of its turns.
 */
export interface PlaygroundSnapshot {
  readonly v: 1
  readonly mode: 'completion' | 'chat'
  readonly prompt: {
    readonly messages: readonly Message[]
    readonly llmConfig: ModelSettings
    readonly templateFormat: TemplateFormat
  }
  /** The variants after the first, which is `prompt`; they share its template format. */
  readonly variants?: readonly { readonly messages: readonly Message[]; readonly llmConfig: ModelSettings }[]
  /** What is said of columns. */
  readonly columns?: readonly ColumnSetting[]
  /** What the answers of all rows are held against. */
  readonly checks?: readonly Check[]
  readonly rows: readonly {
    readonly data: Readonly<Record<string, string>>
    /** The conversation of a chat row. */
    readonly history?: readonly Message[]
    readonly conversation?: KeptConversation
    readonly expected?: string
    readonly checks?: readonly Check[]
    readonly metadata?: Readonly<Record<string, string>>
    readonly isDisabled?: true
  }[]
}

/** What a playground starts with where the host gives nothing. */
export const EMPTY_SNAPSHOT: PlaygroundSnapshot = {
  v: 1,
  mode: 'completion',
  prompt: { messages: [{ role: 'user', content: '' }], llmConfig: { model: 'demo/writer' }, templateFormat: 'curly' },
  rows: [{ data: {} }],
}
