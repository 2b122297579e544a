import { failed, failureOfDetail, told } from './client-failure.ts'
import { createDocuments } from './documents.ts'
import { lateEvents } from './late-events.ts'
import type { PreparedRaw, PreparedRun, RunOptions } from './prepared-run.ts'
import { serviceAddress } from './service-address.ts'
import { type GetToken, type TokenSource, createTokenSource } from './token-source.ts'
import { type RandomBytes, traceparent } from './traceparent.ts'
import type { Fetch } from './transport.ts'
import type { VitrineClient } from './vitrine-client.ts'
import { runWithToken } from './with-token.ts'

export interface ClientOptions {
  /** The service's prefix (`https://example.org/services`) or its origin; see `serviceAddress`. */
  readonly serviceUrl: string
  readonly projectId: string
  readonly getToken: GetToken
  /** A source that others draw from too; `getToken` is then not asked. */
  readonly tokens?: TokenSource
  /** Carries every request; the realm's own without it. */
  readonly fetch?: Fetch
  /** Sent with every request, asked for anew each time. What the contract names itself wins. */
  readonly headers?: () => HeadersInit
  /** Whether the realm believes it has a network: tells *offline* from *unreachable*. */
  readonly isOnline?: () => boolean
  readonly randomBytes?: RandomBytes
}

/** A client for one project of one service. It holds a token in memory and nothing else. */
export function createClient(options: ClientOptions): VitrineClient {
  const { serviceUrl, projectId, getToken, headers = () => ({}) } = options
  const prefix = serviceAddress(serviceUrl)
  const transport = {
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    isOnline: options.isOnline ?? (() => true),
  }
  const randomBytes = options.randomBytes ?? ((count) => crypto.getRandomValues(new Uint8Array(count)))
  const tokens = options.tokens ?? createTokenSource(getToken)
  const extraHeaders = () => Object.fromEntries(new Headers(headers()))
  const documents = createDocuments({ transport, tokens, prefix, projectId, headers: extraHeaders })

  const surroundings = (token: string | null, runOptions: RunOptions = {}) => ({
    prefix,
    projectId,
    token,
    headers: extraHeaders(),
    options: { traceparent: traceparent(randomBytes), ...runOptions },
  })
  const opened = (request: (token: string | null) => PreparedRun | PreparedRaw) =>
    runWithToken(tokens, (token) => lateEvents(async () => (await import('./open-run.ts')).openRun(transport, request(token))))
  const run: VitrineClient['run'] = (mode, body, runOptions) => opened((token) => ({ mode, body, ...surroundings(token, runOptions) }))

  return {
    run,
    raw: (mode, body, runOptions) => opened((token) => ({ mode, body, action: 'raw', ...surroundings(token, runOptions) })),
    batch: (mode, body, batchOptions) =>
      runWithToken(tokens, (token) =>
        lateEvents(async () =>
          (await import('./open-batch.ts')).openBatch(transport, { mode, body, ...surroundings(token, batchOptions) }),
        ),
      ),
    async runOnce(mode, body, runOptions = {}) {
      for await (const event of run(mode, body, { ...runOptions, stream: false })) {
        if (event.type === 'result') return { ok: true, value: event.response }
        if (event.type === 'failure') return failed(event.failure)
        if (event.type === 'error') return failed(failureOfDetail(event.error))
      }
      return failed({ code: 'interrupted', message: 'The connection ended before the answer did.', meta: told('broke-off') })
    },
    ...documents,
    dispose: () => tokens.dispose(),
  }
}
