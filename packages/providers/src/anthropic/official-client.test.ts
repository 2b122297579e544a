import { Anthropic } from '@anthropic-ai/sdk'
import type { ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import type { PreparedCall, ProviderCall } from '../provider.ts'
import { prepareCountTokens } from './count-tokens.ts'
import { prepareMessages } from './request.ts'

const KEY = 'sk-ant-key'

interface Sent {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The official client, and what it would have put on the wire. */
function official(version: string): { readonly client: Anthropic; readonly sent: readonly Sent[] } {
  const sent: Sent[] = []
  const client = new Anthropic({
    apiKey: KEY,
    baseURL: 'https://api.anthropic.com',
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
    defaultHeaders: { 'anthropic-version': version },
    fetch: (url, init) => {
      const body = typeof init?.body === 'string' ? init.body : ''
      sent.push({ url: url instanceof Request ? url.url : url.toString(), headers: Object.fromEntries(new Headers(init?.headers)), body })
      return Promise.resolve(Response.json({ input_tokens: 1 }))
    },
  })
  return { client, sent }
}

const callOf = (model: string, settings: Partial<ModelSettings>, changes: Partial<ProviderCall> = {}): ProviderCall => ({
  endpoint: { baseUrl: 'https://api.anthropic.com/v1', apiKey: KEY },
  model,
  facts: null,
  messages: [{ role: 'user', content: 'Hi' }],
  settings: { model, ...settings },
  stream: false,
  ...changes,
})

const rich = callOf(
  'claude-opus-4-8',
  {
    maxTokens: 5_000,
    stop: ['END'],
    reasoningEffort: 'low',
    tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object', properties: {} } } }],
    responseFormat: {
      type: 'json_schema',
      jsonSchema: { name: 'n', schema: { type: 'object', properties: {}, additionalProperties: false } },
    },
    extraBody: { metadata: { user_id: 'u' } },
  },
  {
    stream: true,
    messages: [
      { role: 'system', content: 'Sei knapp – 简洁。\u2028' },
      {
        role: 'user',
        content: [
          { type: 'text', text: '🌍 \ud83d $& {{x}}' },
          { type: 'image_url', imageUrl: { url: 'data:image/png;base64,AAAA' } },
          { type: 'file', file: { fileData: 'JVBERi0xLjcK', filename: 'a.pdf' } },
        ],
      },
      {
        role: 'assistant',
        thinking: [{ text: 'Hm', signature: 's+/=' }],
        toolCalls: [{ id: 'toolu_1', type: 'function', function: { name: 'f', arguments: '{"a":1}' } }],
      },
      { role: 'tool', toolCallId: 'toolu_1', content: '7' },
    ],
  },
)

const calls: readonly (readonly [string, ProviderCall])[] = [
  ['a plain message', callOf('claude-opus-5-5', {})],
  ['a stream', callOf('claude-haiku-5-5', { thinking: { type: 'disabled' } }, { stream: true })],
  ['an older version, with sampling', callOf('claude-sonnet-4-6', { temperature: 0.3, topP: 0.9 })],
  ['every kind of content', rich],
]

function requestOf(preparation: ReturnType<typeof prepareMessages>): PreparedCall['request'] {
  if (!preparation.ok) throw new Error(preparation.error.message)
  return preparation.call.request
}
const versionOf = ({ headers }: PreparedCall['request']): string => headers['anthropic-version'] ?? ''

describe('the official client, given the same parameters,', () => {
  it.each(calls)('sends the same: %s', async (_, call) => {
    const request = requestOf(prepareMessages(call))
    const { client, sent } = official(versionOf(request))
    const params: Anthropic.MessageCreateParams = JSON.parse(request.body)
    // How long it would wait is its own affair, and depends on max_tokens.
    await client.messages.create(params, { timeout: 600_000 }).asResponse()
    expect(sent).toEqual([{ url: request.url, headers: request.headers, body: request.body }])
  })

  it('asks the same question for tokens', async () => {
    const request = requestOf(prepareCountTokens(rich))
    const { client, sent } = official(versionOf(request))
    const params: Anthropic.MessageCountTokensParams = JSON.parse(request.body)
    await client.messages.countTokens(params)
    expect(sent).toEqual([{ url: request.url, headers: request.headers, body: request.body }])
  })
})
