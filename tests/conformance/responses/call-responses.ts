import {
  createProvider,
  createUndiciTransport,
  openAiChat,
  openAiResponses,
  shouldUseResponses,
  usageNote,
  type CallNote,
  type PreparedCall,
} from '@vitrine/providers'
import type { ProviderEvent } from '@vitrine/contracts'
import {
  aContext,
  chatStream,
  collect,
  errorOf,
  eventsOf,
  responsesStream,
  sseReply,
  startFakeProvider,
  textOf as answerText,
  type FakeReply,
} from '@vitrine/testkit'
import { bodyProblems, askedFor } from './build-request.ts'
import { ConversationCache } from './conversation-cache.ts'
import { fieldsOf, listOf, numberOf, patternOf, textOf, type Fields } from './fields.ts'
import { responseIn, usageOf } from './parse-answer.ts'
import { seedWords } from './parse-error.ts'
import { toSeedMessages } from './seed-messages.ts'
import { toSeedCall } from './seed-settings.ts'
import { met, same, unknownWish, type Verdict } from './verdict.ts'

const OFFICIAL = 'https://api.openai.com/v1'
const DEFAULT_MODEL = 'gpt-4o'

/** What one call of the seed's client came to: what a server received, and what was told and noted. */
interface Called {
  readonly requests: readonly { readonly path: string; readonly text: string; readonly contentType: string }[]
  readonly events: readonly ProviderEvent[]
  readonly notes: readonly CallNote[]
  readonly error: string | null
  readonly cache: ConversationCache
}

/** A case's script as the answers of a server. */
function replyOf(value: unknown): FakeReply {
  const { status, json, sse, body, headers } = fieldsOf(value)
  const code = { status: numberOf(status) ?? 200 }
  const named = Object.fromEntries(Object.entries(fieldsOf(headers)).map(([name, held]) => [name, String(held)]))
  if (sse !== undefined) return { ...sseReply([]), ...code, body: listOf(sse).map(String).join('') }
  const text = json === undefined ? (textOf(body) ?? '') : JSON.stringify(json)
  return { ...code, headers: { 'content-type': 'application/json', ...named }, body: text }
}

/** One call through the provider as it is, without the loop of further attempts that the seed's client has not. */
async function callOnce(parameters: Fields): Promise<Called> {
  const model = textOf(parameters['model']) ?? DEFAULT_MODEL
  const config = fieldsOf(parameters['config'])
  const dialect = shouldUseResponses({
    model,
    baseUrl: textOf(parameters['baseURL']) ?? OFFICIAL,
    disable: textOf(fieldsOf(parameters['env'])['OPENAI_RESPONSES_DISABLE']) ?? undefined,
    enabled: typeof config['openaiResponsesEnabled'] === 'boolean' ? config['openaiResponsesEnabled'] : undefined,
  })
    ? openAiResponses
    : openAiChat
  const cache = rememberedBy(parameters)
  const server = await startFakeProvider()
  const transport = createUndiciTransport()
  try {
    server.enqueue(...listOf(parameters['script']).map(replyOf))
    if (parameters['script'] === undefined)
      server.respond(({ path }) => (path.endsWith('/responses') ? responsesStream('ok') : chatStream('ok')))
    const { messages, settings } = toSeedCall({ ...parameters, model })
    const endpoint = { baseUrl: server.baseUrl, apiKey: textOf(parameters['apiKey']) ?? 'sk-none' }
    const provider = createProvider({ dialect, transport, random: () => 0, sleep: () => Promise.resolve(), maxAttempts: 1 })
    const prepared = provider.prepare({ endpoint, model, facts: null, messages, settings, stream: parameters['stream'] !== false })
    if (!prepared.ok) return { requests: [], events: [], notes: [], error: prepared.error.message, cache }
    const events = await collect(provider.run(prepared.call, aContext()))
    const requests = server.requests.map(({ path, text, headers }) => ({ path, text, contentType: headers['content-type'] ?? '' }))
    if (requests.length > 1) cache.invalidate(keyOf(parameters))
    return { requests, events, notes: notesOf(prepared.call, events), error: thrownBy(events), cache }
  } finally {
    await transport.close()
    await server.close()
  }
}

/** Our words for a failure, and the seed's. */
function thrownBy(events: readonly ProviderEvent[]): string | null {
  const error = errorOf(events)
  if (error === null) return null
  const { provider_status: status, provider_message: words } = error.meta ?? {}
  return `${error.message}\n${seedWords(numberOf(status) ?? 0, words, 'openai')}`
}

const keyOf = ({ conversationId, parentId }: Fields): string => `${String(conversationId)}:${String(parentId)}`

/** The seed's client remembers the turn that a call goes on from, and forgets it when the call has to do without. */
function rememberedBy(parameters: Fields): ConversationCache {
  const cache = new ConversationCache({ maxSize: 100, ttlHours: 2, now: () => 0 })
  const { conversationId, parentId } = parameters
  if (typeof conversationId === 'string' && typeof parentId === 'string')
    cache.set(conversationId, parentId, listOf(parameters['messages']), 0)
  return cache
}

/** What a log would be given: of the call when it is prepared, of its usage when it is over. */
const notesOf = (call: PreparedCall, events: readonly ProviderEvent[]): readonly CallNote[] => [
  ...(call.notes ?? []),
  ...eventsOf(events, 'retry').map(({ reason }): CallNote => ({ level: 'debug', text: `retry: ${reason}` })),
  ...eventsOf(events, 'usage').map((usage) => usageNote(usage)),
]

export async function judgeCall(input: unknown, expected: unknown): Promise<Verdict> {
  const parameters = fieldsOf(input)
  const called = await callOnce(parameters)
  const wishes = fieldsOf(expected)
  const problems = Object.entries(wishes).flatMap(([name, wanted]) => callProblems(name, wanted, called, parameters))
  const bodies = called.requests.map(({ path, text }) => `${path} ${text}`)
  const isThrown = called.error !== null && !('throws' in wishes)
  return met({ bodies, notes: called.notes, error: called.error }, ...problems, isThrown ? 'thrown' : null)
}

function callProblems(name: string, wanted: unknown, called: Called, parameters: Fields): readonly (string | null)[] {
  const { requests, events, notes, error, cache } = called
  const bodies = requests.map(({ text }) => askedFor(text, parameters))
  const log = notes.map(({ text }) => text).join('\n')
  switch (name) {
    case 'calls':
      return [same(name, requests.length, wanted)]
    case 'endpoint':
      return [requests[0]?.path === `/v1${String(wanted)}` ? null : name]
    case 'bodyHas':
      return bodyProblems('has', wanted, bodies[0] ?? {})
    case 'bodyAbsent':
      return bodyProblems('absent', wanted, bodies[0] ?? {})
    case 'call':
      return listOf(wanted).flatMap((wish, position) =>
        Object.entries(fieldsOf(wish)).flatMap(([field, value]) => bodyProblems(field, value, bodies[position] ?? {})),
      )
    case 'contentTypeMatches':
      return [patternOf(wanted).test(requests[0]?.contentType ?? '') ? null : name]
    case 'bodyUtf8Contains':
      return [requests[0]?.text.includes(String(wanted)) === true ? null : name]
    case 'text':
      return [same(name, answerText(events), wanted)]
    case 'code':
      return [same(name, errorOf(events)?.meta?.['provider_code'], wanted)]
    case 'status':
      return [same(name, errorOf(events)?.meta?.['provider_status'], wanted)]
    case 'usage':
      return [same(name, seedUsage(events, parameters), wanted)]
    case 'throws':
    case 'errorMatches':
      return [error !== null && [wanted].flat().every((pattern) => patternOf(pattern).test(error)) ? null : name]
    case 'logsMatch':
      return listOf(wanted).map((pattern) => (patternOf(pattern).test(log) ? null : `${name} ${String(pattern)}`))
    case 'logsNotContain':
      return listOf(wanted).map((text) => (log.includes(String(text)) ? name : null))
    case 'cacheHas': {
      const [conversation, parent, isThere] = listOf(wanted)
      return [same(name, cache.has(`${String(conversation)}:${String(parent)}`), isThere)]
    }
    default:
      return [unknownWish(name)]
  }
}

function seedUsage(events: readonly ProviderEvent[], parameters: Fields): unknown {
  const { json, sse } = fieldsOf(listOf(parameters['script']).at(-1))
  const usage = usageOf(json === undefined ? responseIn(listOf(sse).map(String).join('')) : fieldsOf(json))
  const reading = { showsThinking: false, id: null, usage, settled: events.length }
  return toSeedMessages(events, reading).find((message) => 'usage' in message)?.['usage']
}
