import { APIError, OpenAI } from 'openai'
import type { PreparedCall } from '../provider.ts'
import { SilenceWatch } from './silence-watch.ts'
import { toTransportFailure, transportFailure } from './transport-failure.ts'
import { TransportFailure, type Transport, type TransportOptions, type TransportReply } from './transport.ts'

type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>

/** *Units*: milliseconds. */
export interface OpenAiTransportOptions {
  readonly fetch: Fetch
  /** From the request being sent to the answer's status line. */
  readonly headersMs?: number
  /** The longest silence within an answer. */
  readonly bodyMs?: number
}

/**
 * Sends through the official `openai` client itself: slower, and the measure for what the other transport puts on the wire. The client's
 * own retries are off, for there is one retry loop and it is ours.
 */
export function createOpenAiTransport({ fetch, headersMs = 300_000, bodyMs = 120_000 }: OpenAiTransportOptions): Transport {
  const send = async (call: PreparedCall, options: TransportOptions): Promise<TransportReply> => {
    const url = new URL(call.request.url)
    // Fetch resolves names by itself, so nobody could say where it connects to.
    if (call.endpoint.trust === 'guarded') throw new TransportFailure('forbidden', UNGUARDED)
    const watch = new SilenceWatch(options.signal, () => transportFailure('timeout', url))
    let refused: Response | null = null
    const client = createClient(call, async (address, init) => {
      options.onConnected()
      const response = await fetch(address, { ...init, headers: preparedHeaders(init?.headers, call, options) })
      if (response.ok) return response
      // The client reads the body of a refusal; ours must still be there to be read.
      refused = response
      return response.clone()
    })
    watch.start(headersMs)
    try {
      const { apiKey } = call.endpoint
      const response = await client
        .post(call.request.url, {
          body: call.request.body,
          headers: { 'content-type': 'application/json', ...options.headers, ...(apiKey === null ? { authorization: null } : {}) },
          signal: watch.signal,
        })
        .asResponse()
      return toReply(response, watch, bodyMs, url)
    } catch (cause) {
      if (refused !== null && cause instanceof APIError && watch.failure() === null) return toReply(refused, watch, bodyMs, url)
      watch.stop()
      throw watch.failure() ?? toTransportFailure(cause, url)
    }
  }
  return { send, close: () => Promise.resolve() }
}

const UNGUARDED = 'The base URL cannot be used: this service calls only the addresses that its operator has set up.'

function createClient({ endpoint }: PreparedCall, fetch: Fetch): OpenAI {
  return new OpenAI({
    apiKey: endpoint.apiKey ?? 'none',
    baseURL: endpoint.baseUrl,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch,
    fetchOptions: { redirect: 'manual' },
  })
}

/** The client also takes headers from the environment; only those that the call was prepared with may leave, and all of them do. */
function preparedHeaders(sent: RequestInit['headers'], call: PreparedCall, options: TransportOptions): Headers {
  const prepared = new Set([...Object.keys(call.request.headers), ...Object.keys(options.headers)].map((name) => name.toLowerCase()))
  const headers = new Headers()
  for (const [name, value] of new Headers(sent)) if (prepared.has(name)) headers.set(name, value)
  // A request of another API is shown with that API's client's headers, so it goes out with them.
  const isForeign = !/^OpenAI\b/i.test(call.request.headers['user-agent'] ?? 'OpenAI')
  for (const [name, value] of Object.entries(isForeign ? call.request.headers : {})) if (name !== 'authorization') headers.set(name, value)
  return headers
}

function toReply(response: Response, watch: SilenceWatch, bodyMs: number, url: URL): TransportReply {
  const headers: Record<string, string> = Object.create(null)
  for (const [name, value] of response.headers) headers[name] = name in headers ? `${headers[name]}, ${value}` : value
  return { status: response.status, headers, body: readBody(response, watch, bodyMs, url), cancel: () => watch.stop() }
}

async function* readBody(response: Response, watch: SilenceWatch, bodyMs: number, url: URL): AsyncGenerator<Uint8Array> {
  try {
    watch.start(bodyMs)
    for await (const bytes of response.body ?? []) {
      watch.start(bodyMs)
      yield bytes
    }
  } catch (cause) {
    if (!watch.isStopped) throw watch.failure() ?? toTransportFailure(cause, url)
  } finally {
    watch.stop()
  }
}
