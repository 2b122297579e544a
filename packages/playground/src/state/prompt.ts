import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'
import type { Check } from '../checks/check.ts'

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
}
