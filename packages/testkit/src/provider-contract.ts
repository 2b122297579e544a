import { describe } from 'vitest'
import { contractFixture } from './provider-contract/contract-fixture.ts'
import type { ProviderContract } from './provider-contract/contract.ts'
import { describeAbort } from './provider-contract/describe-abort.ts'
import { describeAnswers } from './provider-contract/describe-answers.ts'
import { describeFaults } from './provider-contract/describe-faults.ts'
import { describeRetries } from './provider-contract/describe-retries.ts'
import { describeSecrets } from './provider-contract/describe-secrets.ts'
import { describeWire } from './provider-contract/describe-wire.ts'

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
