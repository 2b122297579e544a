import type { Provider } from '@vitrine/providers'
import { describe } from 'vitest'
import { contractFixture } from './provider-contract/contract-fixture.ts'
import { describeAbort } from './provider-contract/describe-abort.ts'
import { describeAnswers } from './provider-contract/describe-answers.ts'
import { describeFaults } from './provider-contract/describe-faults.ts'
import { describeRetries } from './provider-contract/describe-retries.ts'
import { describeSecrets } from './provider-contract/describe-secrets.ts'
import { describeWire } from './provider-contract/describe-wire.ts'
import type { ContractReplies } from './provider-contract/contract-replies.ts'

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

/** Registers the tests that every provider passes, whatever its dialect and its transport. */
export function describeProviderContract(name: string, contract: ProviderContract): void {
  describe(`provider contract: ${name}`, () => {
    const fixture = contractFixture(contract)
    describeAnswers(fixture)
    describeFaults(fixture)
    describeAbort(fixture)
    describeRetries(fixture)
    describeWire(fixture)
    describeSecrets(fixture)
  })
}
