import type { Provider } from '@vitrine/providers'
import type { ContractReplies } from './contract-replies.ts'

/** What the suite needs of the provider under test. */
export interface ProviderContract {
  /** Waits between attempts go through `sleep`; silence is given up on after `silenceMs`. */
  create(options: { readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>; readonly silenceMs: number }): {
    readonly provider: Provider
    close(): Promise<void>
  }
  /** The replies of the fake server in the provider's wire dialect. */
  readonly replies: ContractReplies
}
