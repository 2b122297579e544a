import type { Message, ModelSettings, ThinkingSetting } from '@vitrine/contracts'
import { defined, isList, isObject, member, numberMember, textMember } from '../../data/json-object.ts'
import { blockText, readAnthropicMessage } from './anthropic-message.ts'
import { readStop } from './chat-dialect.ts'
import type { RequestDialect } from './request-dialect.ts'
import { readToolChoice, readTools } from './read-tools.ts'

const READ: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'system',
  'max_tokens',
  'temperature',
  'top_p',
  'stop_sequences',
  'thinking',
  'tools',
  'tool_choice',
  'stream',
])
const KINDS = ['enabled', 'disabled', 'adaptive'] as const

function thinkingOf(value: unknown): ThinkingSetting | undefined {
  const type = isObject(value) ? KINDS.find((kind) => kind === member(value, 'type')) : undefined
  if (type === undefined || !isObject(value)) return undefined
  const budgetTokens = numberMember(value, 'budget_tokens')
  return budgetTokens === undefined ? { type } : { type, budgetTokens }
}

/** `POST /v1/messages`. @see https://docs.anthropic.com/en/api/messages */
export const readAnthropicRequest: RequestDialect = (body, tell) => {
  const system = member(body, 'system')
  const opening: readonly Message[] = system === undefined || system === null ? [] : [{ role: 'system', content: blockText(system) }]
  if (isList(system) && system.some((block) => isObject(block) && Object.hasOwn(block, 'cache_control'))) tell('cache_control')
  const given = member(body, 'messages')
  const settings: Partial<ModelSettings> = defined({
    model: textMember(body, 'model'),
    maxTokens: numberMember(body, 'max_tokens'),
    temperature: numberMember(body, 'temperature'),
    topP: numberMember(body, 'top_p'),
    stop: readStop(member(body, 'stop_sequences')),
    thinking: thinkingOf(member(body, 'thinking')),
    tools: readTools(member(body, 'tools'), tell),
    toolChoice: readToolChoice(member(body, 'tool_choice'), tell),
    stream: typeof body['stream'] === 'boolean' ? body['stream'] : undefined,
  })
  const messages = [...opening, ...(isList(given) ? given : []).flatMap((message) => readAnthropicMessage(message, tell))]
  return { messages, settings, read: READ }
}
