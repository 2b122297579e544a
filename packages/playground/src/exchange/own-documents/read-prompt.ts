import { type Message, type ModelSettings, TEMPLATE_FORMATS, toWire } from '@vitrine/contracts'
import { llmConfigSchema, messageSchema } from '@vitrine/contracts/schemas'
import { type JsonObject, defined, member } from '../data/json-object.ts'
import type { ImportedPrompt } from '../import/recognition.ts'
import { DocumentFault } from './document-fault.ts'
import { listAt, objectAt, oneOf } from './read-members.ts'

const MESSAGE_MEMBERS = ['role', 'content', 'name', 'toolCalls', 'toolCallId', 'refusal', 'thinking', 'native'] as const
const SETTINGS = [
  'model',
  'temperature',
  'topP',
  'maxTokens',
  'maxCompletionTokens',
  'frequencyPenalty',
  'presencePenalty',
  'stop',
  'seed',
  'logprobs',
  'topLogprobs',
  'reasoningEffort',
  'thinking',
  'responseFormat',
  'tools',
  'toolChoice',
  'toolLoop',
  'stream',
  'api',
  'extraBody',
] as const satisfies readonly (keyof ModelSettings)[]

interface Schema {
  safeParse(value: unknown): {
    readonly success: boolean
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
  }
}

/** Whether the value is what the wire takes. What passes is kept as it was written: a schema would leave out what it does not name. */
function hold(schema: Schema, value: unknown, path: string): void {
  const checked = schema.safeParse(toWire(value))
  if (checked.success) return
  const issue = checked.error?.issues[0]
  throw new DocumentFault([path, ...(issue?.path ?? []).map(String)].join('.'), issue?.message ?? 'is not valid')
}

const picked = (value: JsonObject, names: readonly string[]): object =>
  Object.fromEntries(names.filter((name) => member(value, name) !== undefined).map((name) => [name, value[name]]))

export function readMessage(value: unknown, path: string): Message {
  hold(messageSchema, value, path)
  return picked(objectAt(value, path), MESSAGE_MEMBERS) as Message
}

export const readMessages = (value: JsonObject, name: string, path: string): readonly Message[] =>
  listAt(value, name, path).map((message, index) => readMessage(message, `${path}${path === '' ? '' : '.'}${name}[${index}]`))

export function readSettings(value: unknown, path: string): ModelSettings {
  hold(llmConfigSchema, value, path)
  return defined(picked(objectAt(value, path), SETTINGS)) as ModelSettings
}

/** `{messages, templateFormat}` of a document, with the mode that the document has. */
export function readPrompt(value: JsonObject, mode: 'completion' | 'chat', path: string): ImportedPrompt {
  const templateFormat = oneOf(value, 'templateFormat', TEMPLATE_FORMATS, path)
  return { mode, messages: readMessages(value, 'messages', path), templateFormat }
}
