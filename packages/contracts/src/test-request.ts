import type { Message } from './kernel/message.ts'
import type { ModelSettings } from './kernel/model-settings.ts'
import type { TemplateFormat } from './template-format.ts'
import type { Wire } from './wire-naming.ts'

/**
 * The body of `POST /services/completion/test`.
 *
 * *Shape*: `inputs` holds a value for each variable of the templates: text from a test-case table, or any JSON. A null field counts as
 * absent; unknown keys inside `ag_config`, `prompt` and `llm_config` are not sent on and are listed in `settings.dropped`; any other
 * unknown top-level key is refused.
 * @see seeds/002, Request Format
 */
export interface CompletionTestRequest {
  readonly ag_config: {
    readonly prompt: {
      readonly messages: readonly Wire<Message>[]
      readonly template_format?: TemplateFormat
      readonly llm_config: Wire<ModelSettings>
    }
  }
  readonly inputs: Readonly<Record<string, unknown>>
  /** A UUID; a run without an application has none. */
  readonly application_id?: string
  readonly references?: Readonly<Record<string, unknown>>
  readonly links?: Readonly<Record<string, unknown>>
}

/** The body of `POST /services/chat/test`: `messages` is the history, appended as it is after the rendered template. */
export interface ChatTestRequest extends CompletionTestRequest {
  readonly messages: readonly Wire<Message>[]
}
