import type { ChatRequest } from '../chat-request.ts'
import { badRequest, type OpenAiError } from '../http/openai-error.ts'
import { isRecord } from '../json-value.ts'
import { readBoolean, readNumber, readText, readWord, refuse, RequestFault, wrongType } from './field-reader.ts'
import { KNOWN_FIELDS } from './known-fields.ts'
import { readFormat } from './read-format.ts'
import { readMessages } from './read-messages.ts'
import { readToolChoice, readTools } from './read-tools.ts'

type Body = Readonly<Record<string, unknown>>
export type ReadRequest = { readonly ok: true; readonly request: ChatRequest } | { readonly ok: false; readonly error: OpenAiError }

const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] as const

function readStop(value: unknown): readonly string[] {
  if (value === undefined || value === null) return []
  const stops: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (stops.length > 4)
    refuse(`Invalid 'stop': array too long. Expected at most 4 strings, but got ${stops.length}.`, 'stop', 'array_above_max_length')
  return stops
    .map((stop) => (typeof stop === 'string' ? stop : wrongType('stop', 'a string or an array of strings', stop)))
    .filter((stop) => stop !== '')
}

function readThinking(value: unknown): Pick<ChatRequest, 'thinking' | 'thinkingBudget'> {
  if (value === undefined || value === null) return { thinking: null, thinkingBudget: null }
  if (!isRecord(value)) return wrongType('thinking', 'an object', value)
  const type = readWord(value['type'], 'thinking.type', ['enabled', 'disabled', 'adaptive'])
  return {
    thinking: type === 'adaptive' ? 'enabled' : type,
    thinkingBudget: readNumber(value['budget_tokens'], 'thinking.budget_tokens', 1, Number.MAX_SAFE_INTEGER, true),
  }
}

/** Fields that have no effect on a deterministic model are still held to their ranges, as elsewhere. */
function checkSampling(body: Body): void {
  readNumber(body['temperature'], 'temperature', 0, 2)
  readNumber(body['top_p'], 'top_p', 0, 1)
  readNumber(body['frequency_penalty'], 'frequency_penalty', -2, 2)
  readNumber(body['presence_penalty'], 'presence_penalty', -2, 2)
  if ((readNumber(body['n'], 'n', 1, 128, true) ?? 1) > 1)
    refuse("Unsupported value: 'n' supports only 1 with this model.", 'n', 'unsupported_value')
}

function readBodyFields(body: Body): ChatRequest {
  for (const key of Object.keys(body)) if (!KNOWN_FIELDS.has(key)) refuse(`Unknown parameter: '${key}'.`, key, 'unknown_parameter')
  const model = readText(body['model'], 'model')
  if (model === null || model === '') return refuse('you must provide a model parameter', null, null)
  checkSampling(body)
  const limits = ['max_completion_tokens', 'max_tokens'].map((name) => readNumber(body[name], name, 1, Number.MAX_SAFE_INTEGER, true))
  const stream = readBoolean(body['stream'], 'stream') ?? false
  const options = body['stream_options']
  if (options !== undefined && options !== null && !stream) {
    refuse("The 'stream_options' parameter is only allowed when 'stream' is enabled.", 'stream_options', null)
  }
  const logprobs = readBoolean(body['logprobs'], 'logprobs') ?? false
  const topLogprobs = readNumber(body['top_logprobs'], 'top_logprobs', 0, 20, true)
  if (topLogprobs !== null && !logprobs) refuse("Invalid: 'top_logprobs' is only allowed when 'logprobs' is true.", 'top_logprobs', null)
  const tools = readTools(body['tools'])
  return {
    model,
    messages: readMessages(body['messages']),
    stream,
    includeUsage: isRecord(options) && readBoolean(options['include_usage'], 'stream_options.include_usage') === true,
    maxTokens: limits.find((limit) => limit !== null) ?? null,
    stop: readStop(body['stop']),
    seed: readNumber(body['seed'], 'seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, true),
    logprobs,
    topLogprobs: topLogprobs ?? 0,
    format: readFormat(body['response_format']),
    tools,
    toolChoice: readToolChoice(body['tool_choice'], tools, body['tools'] !== undefined),
    effort: readWord(body['reasoning_effort'], 'reasoning_effort', EFFORTS),
    ...readThinking(body['thinking']),
    given: new Set(Object.keys(body).filter((key) => body[key] !== null && body[key] !== undefined)),
  }
}

/** Checks a parsed body as a strict server does: the first fault is named with its place. */
export function readChatRequest(body: unknown): ReadRequest {
  if (!isRecord(body)) return { ok: false, error: badRequest('We could not parse the JSON body of your request: it is not a JSON object.') }
  try {
    return { ok: true, request: readBodyFields(body) }
  } catch (fault) {
    if (fault instanceof RequestFault) return { ok: false, error: fault.error }
    throw fault
  }
}
