import { type ChatTestRequest, type CompletionTestRequest, type ModelSettings, type Wire, toWire } from '@vitrine/contracts'
import type { TemplateVariable } from '@vitrine/templating'
import { anonymousMessage } from '../state/anonymous-message.ts'
import type { EnhancedPrompt } from '../state/prompt.ts'
import type { LoadableRow } from '../state/row.ts'
import { inputsOf } from './inputs-of.ts'

export interface RequestParts {
  readonly prompt: EnhancedPrompt
  readonly row: LoadableRow
  /** What the prompt reads, with paths; without it every value is sent as the text it is. */
  readonly variables?: readonly TemplateVariable[]
  /** A missing value is sent as an empty text. */
  readonly emptyMissing?: boolean
  /** Stateless runs have none. */
  readonly applicationId?: string
}

/** Nothing typed, nothing chosen. */
const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'number' && !Number.isFinite(value)) ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** The settings that are set. A blank one is not sent, so that the provider's own default holds. */
function toWireSettings(settings: ModelSettings): Wire<ModelSettings> {
  const { model, ...others } = settings
  return toWire<ModelSettings>({ ...Object.fromEntries(Object.entries(others).filter(([, value]) => !isBlank(value))), model })
}

/** The part of the body that all rows of a batch have in common. */
export const toAgConfig = (prompt: EnhancedPrompt): CompletionTestRequest['ag_config'] => ({
  prompt: {
    messages: prompt.messages.map((message) => toWire(anonymousMessage(message))),
    template_format: prompt.templateFormat,
    llm_config: toWireSettings(prompt.llmConfig),
  },
})

/**
 * The body that runs one row. Values are data: nothing in them is rendered, and a column may have any name.
 *
 * *Shape*: a chat's body also holds the row's conversation.
 * @see seeds/002, Request Format
 */
export function transformToRequestBody(parts: RequestParts, agConfig = toAgConfig(parts.prompt)): CompletionTestRequest | ChatTestRequest {
  const { prompt, row, applicationId } = parts
  const body: CompletionTestRequest = {
    ag_config: agConfig,
    inputs: inputsOf(parts),
    ...(applicationId === undefined ? {} : { application_id: applicationId }),
  }
  return prompt.mode === 'chat' ? { ...body, messages: row.history.map((message) => toWire(anonymousMessage(message))) } : body
}
