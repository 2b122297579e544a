/** A message as it came: checked for what the models read, kept whole for `messages`. */
export interface ChatMessage {
  readonly role: string
  readonly content?: unknown
  readonly tool_calls?: unknown
  readonly tool_call_id?: unknown
}

export type JsonSchema = Readonly<Record<string, unknown>>

export interface DeclaredTool {
  readonly name: string
  readonly description: string
  readonly parameters: JsonSchema
}

export type AskedFormat =
  | { readonly type: 'text' }
  | { readonly type: 'json_object' }
  | { readonly type: 'json_schema'; readonly schema: JsonSchema }

export type AskedChoice = { readonly type: 'none' | 'auto' | 'required' } | { readonly type: 'named'; readonly name: string }

/** What a chat completion request asks for, once it is known to be well formed. Absent settings are null. */
export interface ChatRequest {
  readonly model: string
  readonly messages: readonly ChatMessage[]
  readonly stream: boolean
  readonly includeUsage: boolean
  readonly maxTokens: number | null
  readonly stop: readonly string[]
  readonly seed: number | null
  readonly logprobs: boolean
  readonly topLogprobs: number
  readonly format: AskedFormat
  readonly tools: readonly DeclaredTool[]
  readonly toolChoice: AskedChoice
  /** `low`, `medium`, …; null where the request leaves it to the model. */
  readonly effort: string | null
  readonly thinking: 'enabled' | 'disabled' | null
  readonly thinkingBudget: number | null
  /** The names of all fields that the body gave a value. */
  readonly given: ReadonlySet<string>
}
