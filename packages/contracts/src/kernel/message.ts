/** Who speaks. `developer` is what newer OpenAI models call `system`; an adapter maps it where a provider knows only one of them. */
export const MESSAGE_ROLES = ['system', 'developer', 'user', 'assistant', 'tool'] as const
export type MessageRole = (typeof MESSAGE_ROLES)[number]

export interface TextPart {
  readonly type: 'text'
  readonly text: string
}

export interface ImagePart {
  readonly type: 'image_url'
  /** `url` is an https URL or a data URL; the service never fetches it. */
  readonly imageUrl: { readonly url: string; readonly detail?: string }
}

export interface AudioPart {
  readonly type: 'input_audio'
  /** `data` is base64. */
  readonly inputAudio: { readonly data: string; readonly format: string }
}

export interface FilePart {
  readonly type: 'file'
  /** One of `fileId` (a provider's id, an https URL or a data URL) and `fileData` (base64 or a data URL) is present. */
  readonly file: { readonly fileId?: string; readonly fileData?: string; readonly filename?: string; readonly format?: string }
}

export type ContentPart = TextPart | ImagePart | AudioPart | FilePart

/** A call that the model asked for. `arguments` is the text as received, also where it is cut off or not JSON. */
export interface ToolCall {
  readonly id: string
  readonly type: 'function'
  readonly function: { readonly name: string; readonly arguments: string }
}

/** What a model thought before it answered, as far as the provider shows it. `redacted` is the provider's opaque stand-in. */
export interface ThinkingBlock {
  readonly text: string
  readonly signature?: string
  readonly redacted?: string
}

/**
 * An answer as its provider wrote it, where that holds more than our message can say: encrypted reasoning, calls of its own tools,
 * signed thoughts. The same dialect sends it back unmodified with the next turn; every other one leaves it out and says so.
 */
export interface NativeTurn {
  /** The wire dialect that it came by, `openai-responses`. */
  readonly dialect: string
  /** The provider's own items, in its order; empty where our message says all there is. */
  readonly items: readonly unknown[]
  /** The id under which the provider keeps the answer, where it does: a later turn can build on it. */
  readonly id?: string
}

/**
 * One message of a prompt or of a history.
 *
 * *Shape*: `content` is text, a list of parts, or absent or null (assistant messages that only call tools). `toolCalls`, `refusal`,
 * `thinking` and `native` occur on assistant messages, `toolCallId` on tool messages.
 */
export interface Message {
  readonly role: MessageRole
  readonly content?: string | readonly ContentPart[] | null
  readonly name?: string
  readonly toolCalls?: readonly ToolCall[]
  readonly toolCallId?: string
  readonly refusal?: string
  readonly thinking?: readonly ThinkingBlock[]
  readonly native?: NativeTurn
}

/** The message a completion ends in. */
export interface AssistantMessage extends Message {
  readonly role: 'assistant'
  readonly content: string | null
}
