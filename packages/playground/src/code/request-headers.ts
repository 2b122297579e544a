/** The headers that hold a key, the usual one first. */
const KEY_HEADERS = ['authorization', 'x-api-key', 'api-key', 'x-goog-api-key'] as const
export type KeyHeader = (typeof KEY_HEADERS)[number]

/** What a snippet says about a request beside its body. */
export interface SnippetHeaders {
  /** Those that somebody chose, in their order. */
  readonly own: readonly (readonly [name: string, value: string])[]
  /** Chosen too, but secret. */
  readonly secret: readonly string[]
  /** What the key travels in; null where there is none. */
  readonly key: KeyHeader | null
}

const SECRET = new Set<string>([...KEY_HEADERS, 'proxy-authorization', 'cookie'])
/** What a client says of itself and of the connection: the reader's client says its own. */
const CLIENTS_OWN =
  /^(?:accept|accept-.+|connection|content-length|content-type|host|user-agent|x-client-request-id|x-stainless-.+|traceparent|tracestate|baggage|idempotency-key|x-vitrine-.+)$/
const ANTHROPIC_VERSION = '2023-06-01'

export function readHeaders(headers: Readonly<Record<string, string>>): SnippetHeaders {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  const chosen = entries.filter(
    ([name, value]) => !SECRET.has(name) && !CLIENTS_OWN.test(name) && (name !== 'anthropic-version' || value !== ANTHROPIC_VERSION),
  )
  return {
    own: chosen.filter(([, value]) => !value.includes('***')),
    secret: chosen.filter(([, value]) => value.includes('***')).map(([name]) => name),
    key: KEY_HEADERS.find((name) => entries.some(([held]) => held === name)) ?? null,
  }
}

export const anthropicVersionOf = (own: SnippetHeaders['own']): string =>
  own.find(([name]) => name === 'anthropic-version')?.[1] ?? ANTHROPIC_VERSION
