import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'

/** Prompt and test cases as plain data: what a host may keep, share or start from. It never holds outputs, addresses or tokens. */
export interface PlaygroundSnapshot {
  readonly v: 1
  readonly mode: 'completion' | 'chat'
  readonly prompt: {
    readonly messages: readonly Message[]
    readonly llmConfig: ModelSettings
    readonly templateFormat: TemplateFormat
  }
  readonly rows: readonly {
    readonly data: Readonly<Record<string, string>>
    /** The conversation of a chat row. */
    readonly history?: readonly Message[]
  }[]
}

/** What a playground starts with where the host gives nothing. */
export const EMPTY_SNAPSHOT: PlaygroundSnapshot = {
  v: 1,
  mode: 'completion',
  prompt: { messages: [{ role: 'user', content: '' }], llmConfig: { model: 'demo/writer' }, templateFormat: 'curly' },
  rows: [{ data: {} }],
}
