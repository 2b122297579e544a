import type { Fetch, GetToken } from '@vitrine/client'
import type { WireDetail } from '@vitrine/contracts'
import type { Store } from '../../state/playground-state.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import type { WorkerSettings } from '../../worker/create-runner.ts'

/** What a host gives to a playground that needs no application and stores nothing. */
export interface StatelessOptions {
  /**
   * The service's prefix (`https://example.org/services`), its origin, or a relative address. Never taken from the page's own
   * address.
   */
  readonly serviceUrl: string
  /** Sent with every run; a run has no application. */
  readonly projectId: string
  /** Wins over the mode of `initial`. */
  readonly mode?: 'completion' | 'chat'
  /** Called on the page, never in a worker; null sends requests without a token. */
  readonly getToken: GetToken
  /** The host's own transport; runs are then carried out on the page's thread. */
  readonly fetch?: Fetch
  /** Sent with every request, asked for anew each time. */
  readonly headers?: () => HeadersInit
  /** Prompt and test cases to begin with. */
  readonly initial?: PlaygroundSnapshot
  /** The host's store; without it the mount has its own. */
  readonly store?: Store
  readonly worker?: WorkerSettings
  /** Rows at a time; 4 without it. */
  readonly concurrency?: number
  /** Milliseconds that one row may take; 120,000 without it. */
  readonly rowTimeoutMs?: number
  /** How much of the provider's wire runs ask for; `summary` without it. */
  readonly wire?: WireDetail
  readonly trace?: {
    /** Continues a trace of the host's; without it every run begins one. */
    readonly traceparent?: () => string | undefined
  }
}
