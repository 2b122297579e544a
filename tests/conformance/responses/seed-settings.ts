import type { Message, ModelSettings } from '@vitrine/contracts'
import { readCompletionRequest } from '@vitrine/contracts/schemas'
import { fieldsOf, isFields, listOf, textOf, type Fields } from './fields.ts'

const SETTINGS = [
  'temperature',
  'top_p',
  'max_tokens',
  'max_completion_tokens',
  'frequency_penalty',
  'presence_penalty',
  'stop',
  'seed',
  'logprobs',
  'top_logprobs',
  'reasoning_effort',
  'response_format',
  'n',
  'logit_bias',
] as const

/** Parameters that are the API's own and none of ours: a caller gives them as further fields. */
const FURTHER = [
  'parallel_tool_calls',
  'instructions',
  'metadata',
  'truncation',
  'user',
  'include',
  'service_tier',
  'reasoning',
  'text',
] as const

export interface SeedCall {
  readonly messages: readonly Message[]
  readonly settings: ModelSettings
}

/**
 * The parameters of the seed's request builder as a call of ours, read by the service's own reader of requests. The seed names a stored
 * answer by conversation and parent, ours by the field of the API; it finds that answer by the `id` of a message, ours by that of the
 * message's native turn. Entries of the list that are no message are not sent, as the seed has it.
 */
export function toSeedCall(parameters: Fields): SeedCall {
  const list = listOf(parameters['messages']).filter(isFields)
  const prompt = parameters['prompt']
  if (prompt !== undefined && list.length > 0) throw new Error('Cannot specify both "prompt" and "messages"')
  const previousId = parameters['conversationId'] === undefined ? null : textOf(parameters['parentId'])
  const extra = {
    ...Object.fromEntries(FURTHER.flatMap((name) => (parameters[name] === undefined ? [] : [[name, parameters[name]]]))),
    ...(prompt === undefined ? {} : { prompt }),
    ...(previousId === null ? {} : { previous_response_id: previousId }),
  }
  const config = {
    model: textOf(parameters['model']) ?? 'unnamed',
    ...Object.fromEntries(SETTINGS.map((name) => [name, parameters[name]])),
    tools: listOf(parameters['tools']).map(toOurTool),
    tool_choice: toOurChoice(parameters['tool_choice']),
    extra_body: extra,
  }
  // The reader wants a message where the seed's builder is asked what it does without one.
  const messages = list.length === 0 ? [{ role: 'user', content: '' }] : list.map(toOurMessage)
  const read = readCompletionRequest({ ag_config: { prompt: { messages, llm_config: config } } })
  if (!read.ok) throw new Error(read.issues.map(({ path, message }) => `${path}: ${message}`).join('; '))
  return { messages: list.length === 0 ? [] : read.request.messages, settings: read.request.settings }
}

/** The seed's tools are flat, as the API has them. */
function toOurTool(value: unknown): unknown {
  const { type, name, description, parameters, strict, ...rest } = fieldsOf(value)
  if (type !== 'function' || name === undefined) return value
  return { type, function: { name, description, parameters, strict }, ...rest }
}

function toOurChoice(choice: unknown): unknown {
  const { type, name } = fieldsOf(choice)
  return type === 'function' && name !== undefined ? { type, function: { name } } : choice
}

function toOurMessage(message: Fields): Fields {
  const { id } = message
  return typeof id === 'string' ? { ...message, native: { dialect: 'openai-responses', items: [], id } } : message
}
