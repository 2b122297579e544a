import type { Model } from '@vitrine/contracts'
import type { Preparation, Provider, ProviderEndpoint } from './provider.ts'

export interface RawCall {
  readonly endpoint: ProviderEndpoint
  /** The name that the body asks for, as far as it asks for one. */
  readonly model: string
  readonly facts: Model | null
  /** The provider's request body as somebody wrote it. It is sent as this JSON value, and whether a stream comes back is for it to say. */
  readonly body: Readonly<Record<string, unknown>>
}

/** What a conversation is called in the dialects; too long to be told of among the settings, and in the wire view anyway. */
const CONVERSATION: ReadonlySet<string> = new Set(['messages', 'input', 'system', 'instructions'])

/**
 * A body in a provider's own words as a call. Address and headers are those of any call of this dialect: the endpoint's and its key's,
 * whatever the body says.
 */
export function prepareRaw(provider: Pick<Provider, 'prepare'>, { endpoint, model, facts, body }: RawCall): Preparation {
  const stream = body['stream'] === true
  const usual = provider.prepare({ endpoint, model, facts, messages: [{ role: 'user', content: '-' }], settings: { model }, stream })
  if (!usual.ok) return usual
  const sent = Object.fromEntries(Object.entries(body).filter(([name]) => !CONVERSATION.has(name)))
  return {
    ok: true,
    call: {
      request: { ...usual.call.request, body: JSON.stringify(body) },
      stream,
      endpoint,
      settings: { sent, dropped: [], changed: [] },
    },
  }
}
