import type { Message } from './kernel/message.ts'
import type { ModelSettings } from './kernel/model-settings.ts'
import type { TemplateFormat } from './template-format.ts'

/** Whether a run is one completion of a prompt, or the next turn of a chat. */
export const RUN_MODES = ['completion', 'chat'] as const
export type RunMode = (typeof RUN_MODES)[number]

/**
 * A run as it was asked for, after the request was read: nothing is null, defaults are applied, other spellings are resolved.
 *
 * *Shape*: `messages` are templates, `history` (chat only) is appended after them unrendered. `inputs` holds the very values that came,
 * by own keys. `unknown` lists what was asked for and is not sent, by name as the caller knows it, with the reason.
 */
export interface RunRequest {
  readonly mode: RunMode
  readonly messages: readonly Message[]
  readonly templateFormat: TemplateFormat
  readonly settings: ModelSettings
  readonly inputs: Readonly<Record<string, unknown>>
  readonly history: readonly Message[]
  readonly applicationId?: string
  readonly references?: Readonly<Record<string, unknown>>
  readonly links?: Readonly<Record<string, unknown>>
  readonly unknown: readonly UnusedSetting[]
}

/** Something in a request that reaches no provider, and why. */
export interface UnusedSetting {
  readonly name: string
  readonly reason: string
}

/** A fault in a request. `path` is where a form shows it, `ag_config.prompt.messages[0].role`; empty for the body as a whole. */
export interface RequestIssue {
  readonly path: string
  readonly message: string
}
