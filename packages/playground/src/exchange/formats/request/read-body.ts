import { apiOfUrl } from '@vitrine/contracts'
import { variablesOfPrompt } from '@vitrine/templating'
import { type JsonObject, isList, isObject, member, textMember } from '../../data/json-object.ts'
import type { Reading } from '../../import/format-reader.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { readAnthropicRequest } from './anthropic-dialect.ts'
import { readChatRequest } from './chat-dialect.ts'
import { dropSecrets } from '../../data/drop-secrets.ts'
import type { RequestDialect } from './request-dialect.ts'
import { readGeminiRequest } from './gemini-dialect.ts'
import { readResponsesRequest } from './responses-dialect.ts'

/** Members that only the Messages API has, or whose form tells it. */
function isAnthropic(body: JsonObject): boolean {
  const tools = member(body, 'tools')
  return (
    ['system', 'stop_sequences', 'anthropic_version'].some((name) => Object.hasOwn(body, name)) ||
    (isList(tools) && tools.some((tool) => isObject(tool) && Object.hasOwn(tool, 'input_schema'))) ||
    /(^|[/.])claude/.test(textMember(body, 'model') ?? '')
  )
}

/** Nobody else calls the turns of a conversation `contents`. */
const isGemini = (body: JsonObject): boolean => Object.hasOwn(body, 'contents') && !Object.hasOwn(body, 'messages')

function dialectOf(body: JsonObject, url: string): RequestDialect {
  if (/:(stream)?generateContent(?=[?#]|$)/i.test(url) || isGemini(body)) return readGeminiRequest
  const api = apiOfUrl(url)
  if (api === 'messages') return readAnthropicRequest
  if (api === 'responses') return readResponsesRequest
  if (api === 'chat') return readChatRequest
  if (Object.hasOwn(body, 'input') && !Object.hasOwn(body, 'messages')) return readResponsesRequest
  return isAnthropic(body) ? readAnthropicRequest : readChatRequest
}

/** A gateway's names are its own: the same name without it would be asked of somebody else. */
const makerOfHost = (url: string): string => (/^https?:\/\/([^/]*\.)?openrouter\.ai(?=[/:]|$)/i.test(url) ? 'openrouter/' : '')

/** The prompt and the settings of a provider's request. Keys are dropped; what we have no field for is kept as extra JSON, and told. */
export function readBody(given: JsonObject, url: string, problems: ProblemList): Reading | null {
  const lost = new Set<string>()
  const tell = (what: string) => void lost.add(what)
  const cleaned = dropSecrets(given, (name) => problems.add('warning', 'key-dropped', { name }))
  const body = isObject(cleaned) ? cleaned : {}
  const { messages, settings, read } = dialectOf(body, url)(body, tell, url)
  const extra = Object.entries(body).filter(([name, value]) => !read.has(name) && value !== null)
  if (messages.length === 0) {
    problems.add('error', 'wrong-shape', { path: 'messages', fault: 'messages', names: '' })
    return null
  }
  for (const what of lost) problems.add('warning', 'not-carried', { what })
  if (extra.length > 0) problems.add('notice', 'kept-as-extra', { names: extra.map(([name]) => name).join(', ') })
  const { variables } = variablesOfPrompt({ format: 'curly', messages })
  if (variables.length > 0) problems.add('notice', 'braces-are-variables', { names: variables.map(({ name }) => name).join(', ') })
  const model = settings.model === undefined ? {} : { model: `${makerOfHost(url)}${settings.model}` }
  return {
    variants: [
      {
        prompt: { mode: 'completion', messages, templateFormat: 'curly' },
        settings: { ...settings, ...model, ...(extra.length > 0 ? { extraBody: Object.fromEntries(extra) } : {}) },
      },
    ],
  }
}
