import type { AttemptFacts } from '@vitrine/providers'
import { describe, expect, it } from 'vitest'
import { errorOf, eventsOf, textOf } from '../event-reading.ts'
import { RESET } from '../fake-provider/fake-reply.ts'
import type { ContractFixture } from './contract-fixture.ts'

export function describeRetries(fixture: ContractFixture): void {
  describe('another attempt', () => {
    it('follows a failure that passes, and each one is told of', async () => {
      const { replies, server } = fixture
      server.enqueue(replies.failure(503, { message: 'busy' }), RESET, replies.stream('At last'))
      const facts: AttemptFacts[] = []
      const events = await fixture.run(fixture.call(), { onAttempt: (fact) => facts.push(fact), wire: 'summary' })
      expect(textOf(events)).toBe('At last')
      expect(eventsOf(events, 'retry')).toMatchObject([
        { attempt: 2, of: 3, reason: 'HTTP 503' },
        { attempt: 3, of: 3, reason: expect.stringContaining('closed the connection') },
      ])
      expect(facts.map(({ attempt, status }) => [attempt, status])).toEqual([
        [1, 503],
        [2, null],
        [3, 200],
      ])
      expect(facts.map(({ failure }) => failure === null)).toEqual([false, false, true])
      expect(facts[2]?.firstTokenMs).toBeGreaterThan(0)
      const told = events.flatMap(({ type }) => (type === 'wire' || type === 'retry' ? [type] : []))
      expect(told).toEqual(['wire', 'retry', 'wire', 'retry', 'wire'])
    })

    it.each([
      [{ 'retry-after': '2' }, 2_000],
      [{ 'retry-after-ms': '75' }, 75],
      [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:03 GMT', date: 'Wed, 21 Oct 2026 07:28:00 GMT' }, 3_000],
    ])('waits as long as the provider asks (%o)', async (headers, waitMs) => {
      fixture.server.enqueue(fixture.replies.failure(429, { message: 'slow down' }, headers), fixture.replies.stream('Done'))
      const events = await fixture.run()
      expect(fixture.waits.sleeps).toEqual([waitMs])
      expect(eventsOf(events, 'retry')).toMatchObject([{ waitMs }])
    })

    it('is not made where the provider asks for more than a minute', async () => {
      fixture.server.respond(() => fixture.replies.failure(429, { message: 'slow down' }, { 'retry-after': '61' }))
      const events = await fixture.run()
      expect(errorOf(events)).toMatchObject({ code: 'provider_rate_limited', meta: { retry_after_ms: 61_000, attempts: 1 } })
      expect(fixture.server.ledger.received).toBe(1)
    })

    it('is not made where the wait would go beyond the deadline', async () => {
      fixture.server.respond(() => fixture.replies.failure(429, { message: 'slow down' }, { 'retry-after': '5' }))
      const events = await fixture.run(fixture.call(), { clock: () => 1_000, deadlineMs: 5_500 })
      expect(errorOf(events)?.code).toBe('provider_rate_limited')
      expect(fixture.server.ledger.received).toBe(1)
    })

    it('is not made once a part of the answer has been passed on', async () => {
      fixture.server.respond(() => fixture.replies.beginning('Half', [], { end: 'reset', pauseMs: 5 }))
      const events = await fixture.run()
      expect(textOf(events)).toBe('Half')
      expect(fixture.server.ledger.received).toBe(1)
    })

    it('is made where a stream fails before its first part', async () => {
      const { replies, server } = fixture
      server.enqueue(replies.beginning('', [replies.errorEvent('warming up')]), replies.stream('Ready'))
      expect(textOf(await fixture.run())).toBe('Ready')
    })

    it.each([400, 401, 403, 404, 422])('is not made after a refusal (%i)', async (status) => {
      fixture.server.respond(() => fixture.replies.failure(status, { message: 'no' }))
      const events = await fixture.run()
      expect(errorOf(events)).toMatchObject({ meta: { provider_status: status, retryable: false, attempts: 1 } })
      expect(fixture.server.ledger.received).toBe(1)
    })

    it.each([408, 409, 429, 500, 502, 503, 504])('is made three times in all, and then the failure is final (%i)', async (status) => {
      fixture.server.respond(() => fixture.replies.failure(status, { message: 'not now' }))
      const events = await fixture.run()
      expect(errorOf(events)).toMatchObject({ meta: { provider_status: status, retryable: true, attempts: 3 } })
      expect(fixture.server.ledger.received).toBe(3)
      expect(fixture.waits.sleeps).toHaveLength(2)
    })
  })
}
