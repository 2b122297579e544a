import type { ProviderEvent } from '@vitrine/contracts'
import type { CallContext, Provider, ProviderCall } from '@vitrine/providers'
import { afterEach, beforeEach, expect } from 'vitest'
import { aCall, aContext, runToEnd } from '../builders.ts'
import { createFakeClock, type FakeClock } from '../clock.ts'
import { eventProblems } from '../event-problems.ts'
import { startFakeProvider, type FakeProvider } from '../fake-provider/start-fake-provider.ts'
import type { ContractReplies } from './contract-replies.ts'
import type { ProviderContract } from './contract.ts'

/** Never reached where a test is not about silence, even on a busy machine. */
const PATIENT_MS = 20_000
const IMPATIENT_MS = 300

/** One provider and one server for each test. */
export interface ContractFixture {
  readonly replies: ContractReplies
  readonly server: FakeProvider
  readonly provider: Provider
  /** The same, but soon tired of silence. */
  readonly impatient: Provider
  readonly waits: FakeClock
  call(changes?: Parameters<typeof aCall>[1]): ProviderCall
  /** Runs a call to its end and holds its events to the contract. */
  run(call?: ProviderCall, context?: Partial<CallContext>, provider?: Provider): Promise<readonly ProviderEvent[]>
}

export function contractFixture(contract: ProviderContract): ContractFixture {
  type Created = ReturnType<ProviderContract['create']>
  let current: { server: FakeProvider; patient: Created; impatient: Created; waits: FakeClock } | null = null
  const now = (): NonNullable<typeof current> => {
    if (current === null) throw new Error('the fixture is there within a test only')
    return current
  }
  beforeEach(async () => {
    const waits = createFakeClock()
    const { sleep } = waits
    current = {
      server: await startFakeProvider(),
      patient: contract.create({ sleep, silenceMs: PATIENT_MS }),
      impatient: contract.create({ sleep, silenceMs: IMPATIENT_MS }),
      waits,
    }
  })
  afterEach(async () => {
    await Promise.all([now().patient.close(), now().impatient.close()])
    await now().server.close()
    current = null
  })
  const call: ContractFixture['call'] = (changes) => aCall({ baseUrl: now().server.baseUrl }, changes)
  return {
    replies: contract.replies,
    get server() {
      return now().server
    },
    get provider() {
      return now().patient.provider
    },
    get impatient() {
      return now().impatient.provider
    },
    get waits() {
      return now().waits
    },
    call,
    run: async (asked = call(), context = {}, provider = now().patient.provider) => {
      const events = await runToEnd(provider, asked, aContext(context))
      expect(eventProblems(events)).toEqual([])
      return events
    },
  }
}
