import type { ModelSettings } from '@vitrine/contracts'
import { readChatMessage } from '../../conversation/read-chat-message.ts'
import { defined, isList, isObject, member, numberMember, textMember } from '../../data/json-object.ts'
import type { RequestDialect } from './request-dialect.ts'
import { readFormat } from './read-format.ts'
import { readToolChoice, readTools } from './read-tools.ts'

const READ: ReadonlySet<string> = new Set([
  'model',
  'messages',
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
  'tools',
  'tool_choice',
  'stream',
  'stream_options',
  'functions',
])

export function readStop(value: unknown): string | readonly string[] | undefined {
  if (typeof value === 'string') return value
  const texts = isList(value) ? value.filter((item) => typeof item === 'string') : []
  return texts.length > 0 ? texts : undefined
}

const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** `POST /chat/completions`. @see https://platform.openai.com/docs/api-reference/chat/create */
export const readChatRequest: RequestDialect = (body, tell) => {
  const given = member(body, 'messages')
  const messages = (isList(given) ? given : []).flatMap((value) => {
    const message = readChatMessage(value, tell)
    if (message === null) tell(`messages.${(isObject(value) ? textMember(value, 'role') : undefined) ?? 'role'}`)
    return message ?? []
  })
  const functions = member(body, 'functions')
  const settings: Partial<ModelSettings> = defined({
    model: textMember(body, 'model'),
    temperature: numberMember(body, 'temperature'),
    topP: numberMember(body, 'top_p'),
    maxTokens: numberMember(body, 'max_tokens'),
    maxCompletionTokens: numberMember(body, 'max_completion_tokens'),
    frequencyPenalty: numberMember(body, 'frequency_penalty'),
    presencePenalty: numberMember(body, 'presence_penalty'),
    stop: readStop(member(body, 'stop')),
    seed: numberMember(body, 'seed'),
    logprobs: flag(member(body, 'logprobs')),
    topLogprobs: numberMember(body, 'top_logprobs'),
    reasoningEffort: textMember(body, 'reasoning_effort'),
    responseFormat: readFormat(member(body, 'response_format'), tell),
    tools: readTools(isList(functions) ? functions.map((made) => ({ type: 'function', function: made })) : member(body, 'tools'), tell),
    toolChoice: readToolChoice(member(body, 'tool_choice'), tell),
    stream: flag(member(body, 'stream')),
  })
  return { messages, settings, read: READ }
}
