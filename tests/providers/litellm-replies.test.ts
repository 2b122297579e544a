import { openAiChat } from '@vitrine/providers'
import { errorOf, eventProblems, eventsOf, replayStream, textOf } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { hasFixture, readFixture } from './kept-fixtures.ts'

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

const FILE = 'litellm-proxy-replies.json'
const isThere = hasFixture(FILE)
const recorded: Readonly<Record<string, Reply>> = isThere ? JSON.parse(Buffer.from(readFixture(FILE)).toString('utf8')).replies : {}

function reply(name: string): Reply {
  const found = recorded[name]
  if (found === undefined) throw new Error(`no reply named ${name}`)
  return found
}

const failureOf = (name: string): ReturnType<typeof openAiChat.readFailure> => {
  const { status, headers, body } = reply(name)
  return openAiChat.readFailure({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
}

const REFUSED_KEY = { code: 'provider_error', retryable: false, says: /refused the key/ }

describe.runIf(isThere)('a real LiteLLM proxy', () => {
  it.each([
    ['no_key', { ...REFUSED_KEY, says: /without a key \(HTTP 401\)\. Set a key/ }],
    ['models_nokey', { ...REFUSED_KEY, says: /without a key/ }],
    ['wrong_key', REFUSED_KEY],
    ['not_sk_key', REFUSED_KEY],
    ['unknown_model', { code: 'unknown_model', retryable: false, says: /does not know this model.*model=nope/ }],
    ['upstream_429', { code: 'provider_rate_limited', retryable: true, says: /rate limit is reached.*Limit 30000/ }],
    ['upstream_429_stream', { code: 'provider_rate_limited', retryable: true, says: /rate limit/ }],
    ['messages_429', { code: 'provider_rate_limited', retryable: true, says: /rate limit/ }],
    ['responses_429', { code: 'provider_rate_limited', retryable: true, says: /rate limit/ }],
    ['upstream_context', { code: 'context_length_exceeded', retryable: false, says: /longer than the model can read.*8192/ }],
    ['upstream_500', { code: 'provider_error', retryable: true, says: /failed \(HTTP 500\).*had an error/ }],
    ['upstream_down', { code: 'provider_error', retryable: true, says: /gateway could not reach the model's server/ }],
    ['bad_json_no_messages', { code: 'provider_error', retryable: false, says: /refused the request \(HTTP 400\) \(messages\)/ }],
    ['responses_native_404', { code: 'provider_error', retryable: false, says: /nothing at this address \(HTTP 404\)/ }],
    ['embeddings', { code: 'provider_error', retryable: false, says: /nothing at this address/ }],
    ['key_generate_nodb', { code: 'provider_error', retryable: true, says: /failed \(HTTP 500\)/ }],
    ['spend_logs_nodb', { code: 'provider_error', retryable: true, says: /failed \(HTTP 500\)/ }],
  ])('its %s becomes our error', (name, { code, retryable, says }) => {
    const failure = failureOf(name)
    expect(failure.error).toMatchObject({ code, message: expect.stringMatching(says), meta: { provider_status: reply(name).status } })
    expect(failure.error.message).not.toContain('Received Model Group')
    expect([failure.retryable, failure.retryAfterMs]).toEqual([retryable, null])
  })

  it('leaves no error of its list unread', () => {
    const unread = Object.entries(recorded).filter(([, { status }]) => status >= 400)
    for (const [name] of unread) expect(failureOf(name).error.message.length).toBeGreaterThan(40)
  })

  it('bills a whole answer in a header, and we call it the gateway’s', () => {
    const { body, headers } = reply('chat')
    const events = openAiChat.readBody(body, headers)
    expect(eventProblems(events)).toEqual([])
    expect(textOf(events)).toBe('Hello there!')
    expect(eventsOf(events, 'cost')).toEqual([{ type: 'cost', totalUsd: 3.15e-6, source: 'gateway' }])
    expect(eventsOf(openAiChat.readBody(reply('chat_unpriced').body, reply('chat_unpriced').headers), 'cost')).toEqual([])
  })

  it('bills a stream in its usage chunk alone, whose choices are not empty', async () => {
    const { body, headers } = reply('stream_priced_usage')
    const events = await replayStream(openAiChat, Buffer.from(String(body)), { headers })
    expect(eventsOf(events, 'cost')).toEqual([{ type: 'cost', totalUsd: 0.015, source: 'gateway' }])
    expect(eventsOf(events, 'usage')).toMatchObject([{ inputTokens: 9, outputTokens: 3, totalTokens: 12, reasoningTokens: 0 }])
    expect(textOf(events)).toBe('Hello there!')
  })

  it('says nothing of the cost of a stream without usage, and neither do we', async () => {
    const { body, headers } = reply('stream')
    const events = await replayStream(openAiChat, Buffer.from(String(body)), { headers })
    expect(eventsOf(events, 'cost')).toEqual([])
    expect(eventsOf(events, 'usage')).toEqual([])
    expect(errorOf(events)).toBeNull()
  })
})
