import type {
  ChatBatchRequest,
  ChatTestRequest,
  CompletionBatchRequest,
  CompletionTestRequest,
  DevTokenResponse,
  ModelsResponse,
  PreviewResponse,
  RawRequest,
  RunMode,
  TestResponse,
} from '@vitrine/contracts'
import type { Ask } from './ask.ts'
import type { Reply } from './client-failure.ts'
import type { OpenApiDocument } from './open-api-document.ts'
import type { BatchOptions, BatchRunEvent } from './open-batch.ts'
import type { RunOptions } from './prepared-run.ts'
import type { RunEvent } from './read-events.ts'

/**
 * The service, for browser, worker and Node.
 *
 * *Errors*: nothing rejects and nothing throws. What goes wrong is the last event of a run, or a `Reply` that is not ok.
 */
export interface VitrineClient {
  run(mode: RunMode, body: CompletionTestRequest | ChatTestRequest, options?: RunOptions): AsyncIterable<RunEvent>
  runOnce(mode: RunMode, body: CompletionTestRequest | ChatTestRequest, options?: Omit<RunOptions, 'stream'>): Promise<Reply<TestResponse>>
  /** Sends a provider's own request, as it was shown and edited; answered as a run is. */
  raw(mode: RunMode, body: RawRequest, options?: RunOptions): AsyncIterable<RunEvent>
  /**
   * Many rows of one prompt in one request, told apart by `rowId`. The last event is `batch-end`, or a `failure` after which the rows that
   * have no `row-result` and no `row-error` can be sent again.
   */
  batch(mode: RunMode, body: CompletionBatchRequest | ChatBatchRequest, options?: BatchOptions): AsyncIterable<BatchRunEvent>
  /** What a run would send, and what it would cost. Nothing is sent to a provider, unless it is to count the tokens. */
  preview(
    mode: RunMode,
    body: CompletionTestRequest | ChatTestRequest,
    options?: Ask & { readonly count?: 'provider' },
  ): Promise<Reply<PreviewResponse>>
  models(options?: Ask): Promise<Reply<ModelsResponse>>
  /** The OpenAPI document of a mode. */
  schema(mode: RunMode, options?: Ask): Promise<Reply<OpenApiDocument>>
  /** A token for the local project; development only. */
  devToken(options?: Ask): Promise<Reply<DevTokenResponse>>
  /** Forgets the token. Runs go on until their signal says otherwise. */
  dispose(): void
}
