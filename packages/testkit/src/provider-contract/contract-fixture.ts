import type { ProviderEvent } from '@vitrine/contracts'
import type { CallContext, Provider, ProviderCall } from '@vitrine/providers'
import { afterEach, beforeEach, expect } from 'vitest'
import { aCall, aContext, runToEnd } from '../builders.ts'
import { createFakeClock, type FakeClock } from '../clock.ts'
import { eventProblems } from '../event-problems.ts'
import { startFakeProvider, type FakeProvider } from '../fake-provider/start-fake-provider.ts'
import type { ContractReplies } from './contract-replies.ts'
import type { ProviderContract } from './contract.ts'

/** Long enough for loopback on a busy machine, short enough for a test. */
const SILENCE_MS = 150

/** One provider and one server for each test. */
export interface ContractFixture {
  readonly replies: ContractReplies
  readonly server: FakeProvider
  readonly provider: Provider
  readonly waits: FakeClock
  call(changes?: Parameters<typeof aCall>[1]): ProviderCall
  /** Runs a call to its end and holds its events to the contract. */
  run(call?: ProviderCall, context?: Partial<CallContext>): Promise<readonly ProviderEvent[]>
}

export function contractFixture(contract: ProviderContract): ContractFixture {
  let current: { server: FakeProvider; provider: Provider; waits: FakeClock; close(): Promise<void> } | null = null
  const now = (): NonNullable<typeof current> => {
    if (current === null) throw new Error('the fixture is there within a test only')
    return current
  }
  beforeEach(async () => {
    const waits = createFakeClock()
    current = { server: await startFakeProvider(), waits, ...contract.create({ sleep: waits.sleep, silenceMs: SILENCE_MS }) }
  })
  afterEach(async () => {
    await now().close()
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
      return now().provider
    },
    get waits() {
      return now().waits
    },
    call,
    run: async (asked = call(), context = {}) => {
      const events = await runToEnd(now().provider, asked, aContext(context))
      expect(eventProblems(events)).toEqual([])
      return events
    },
  }
}
