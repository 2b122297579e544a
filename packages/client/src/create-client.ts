import type {
  ChatTestRequest,
  CompletionTestRequest,
  DevTokenResponse,
  ModelsResponse,
  PreviewResponse,
  RunMode,
  TestResponse,
} from '@vitrine/contracts'
import { type Reply, failed, failureOfDetail } from './client-failure.ts'
import { type Ask, createDocuments } from './documents.ts'
import type { OpenApiDocument } from './open-api-document.ts'
import { type RunOptions, openRun } from './open-run.ts'
import type { RunEvent } from './read-events.ts'
import { serviceAddress } from './service-address.ts'
import { type GetToken, type TokenSource, createTokenSource } from './token-source.ts'
import { type RandomBytes, traceparent } from './traceparent.ts'
import type { Fetch } from './transport.ts'
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

/**
 * The service, for browser, worker and Node.
 *
 * *Errors*: nothing rejects and nothing throws. What goes wrong is the last event of a run, or a `Reply` that is not ok.
 */
export interface VitrineClient {
  run(mode: RunMode, body: CompletionTestRequest | ChatTestRequest, options?: RunOptions): AsyncIterable<RunEvent>
  runOnce(mode: RunMode, body: CompletionTestRequest | ChatTestRequest, options?: Omit<RunOptions, 'stream'>): Promise<Reply<TestResponse>>
  /** What a run would send, and what it would cost. Nothing is sent to a provider. */
  preview(mode: RunMode, body: CompletionTestRequest | ChatTestRequest, options?: Ask): Promise<Reply<PreviewResponse>>
  models(options?: Ask): Promise<Reply<ModelsResponse>>
  /** The OpenAPI document of a mode. */
  schema(mode: RunMode, options?: Ask): Promise<Reply<OpenApiDocument>>
  /** A token for the local project; development only. */
  devToken(options?: Ask): Promise<Reply<DevTokenResponse>>
  /** Forgets the token. Runs go on until their signal says otherwise. */
  dispose(): void
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

  const run: VitrineClient['run'] = (mode, body, runOptions = {}) =>
    runWithToken(tokens, (token) =>
      openRun(transport, {
        prefix,
        projectId,
        mode,
        body,
        token,
        headers: extraHeaders(),
        options: { traceparent: traceparent(randomBytes), ...runOptions },
      }),
    )

  return {
    run,
    async runOnce(mode, body, runOptions = {}) {
      for await (const event of run(mode, body, { ...runOptions, stream: false })) {
        if (event.type === 'result') return { ok: true, value: event.response }
        if (event.type === 'failure') return failed(event.failure)
        if (event.type === 'error') return failed(failureOfDetail(event.error))
      }
      return failed({ code: 'interrupted', message: 'The connection ended before the answer did.' })
    },
    ...documents,
    dispose: () => tokens.dispose(),
  }
}
