import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { aContext } from '../builders.ts'
import { eventProblems } from '../event-problems.ts'
import { errorOf, eventsOf, textOf } from '../event-reading.ts'
import { SILENCE } from '../fake-provider/fake-reply.ts'
import type { ContractFixture } from './contract-fixture.ts'

const LATEST_MS = 250

export function describeAbort(fixture: ContractFixture): void {
  describe('giving up', () => {
    it.each(['cancelled', 'deadline_exceeded', 'draining'] as const)(
      'ends a running stream as %s within 250 ms, upstream too',
      async (code) => {
        fixture.server.enqueue(fixture.replies.beginning('Once upon', [], { end: 'hang' }))
        const events: ProviderEvent[] = []
        const controller = new AbortController()
        let abortedMs = Number.POSITIVE_INFINITY
        for await (const event of started(fixture, controller.signal)) {
          events.push(event)
          if (textSoFar(events) === 'Once upon' && !controller.signal.aborted) {
            abortedMs = performance.now()
            controller.abort({ code })
          }
        }
        expect(performance.now() - abortedMs).toBeLessThan(LATEST_MS)
        expect(eventProblems(events)).toEqual([])
        expect(textOf(events)).toBe('Once upon')
        expect(errorOf(events)?.code).toBe(code)
        await expectUpstreamClosed(fixture, abortedMs)
      },
    )

    it('ends a call that still waits for its answer', async () => {
      fixture.server.enqueue(SILENCE)
      const controller = new AbortController()
      const events = fixture.run(fixture.call(), { signal: controller.signal })
      await received(fixture)
      const abortedMs = performance.now()
      controller.abort({ code: 'cancelled' })
      expect(errorOf(await events)?.code).toBe('cancelled')
      await expectUpstreamClosed(fixture, abortedMs)
    })

    it('sends nothing for a call that was given up before it began', async () => {
      const signal = AbortSignal.abort({ code: 'cancelled' })
      expect(errorOf(await fixture.run(fixture.call(), { signal }))?.code).toBe('cancelled')
      expect(fixture.server.ledger.received).toBe(0)
    })

    it('closes the connection where the reader leaves', async () => {
      fixture.server.enqueue(fixture.replies.beginning('Once upon', [], { end: 'hang' }))
      const facts: unknown[] = []
      for await (const event of started(fixture, new AbortController().signal, (fact) => facts.push(fact))) {
        if (event.type === 'part-delta') break
      }
      await expectUpstreamClosed(fixture, performance.now())
      expect(facts).toHaveLength(1)
    })

    it('ends the wait for another attempt', async () => {
      fixture.server.respond(() => fixture.replies.failure(503, { message: 'busy' }))
      const controller = new AbortController()
      const prepared = fixture.provider.prepare(fixture.call())
      if (!prepared.ok) throw new Error(prepared.error.message)
      const events: ProviderEvent[] = []
      for await (const event of fixture.provider.run(prepared.call, aContext({ signal: controller.signal }))) {
        events.push(event)
        if (event.type === 'retry') controller.abort({ code: 'deadline_exceeded' })
      }
      expect(eventsOf(events, 'retry')).toHaveLength(1)
      expect(errorOf(events)?.code).toBe('deadline_exceeded')
      expect(fixture.server.ledger.received).toBe(1)
    })
  })
}

function started(
  fixture: ContractFixture,
  signal: AbortSignal,
  onAttempt: (facts: unknown) => void = () => undefined,
): AsyncIterable<ProviderEvent> {
  const prepared = fixture.provider.prepare(fixture.call())
  if (!prepared.ok) throw new Error(prepared.error.message)
  return fixture.provider.run(prepared.call, aContext({ signal, onAttempt }))
}

const textSoFar = (events: readonly ProviderEvent[]): string =>
  eventsOf(events, 'part-delta')
    .map(({ delta }) => delta)
    .join('')

async function received(fixture: ContractFixture): Promise<void> {
  await expect.poll(() => fixture.server.ledger.received, { interval: 2 }).toBe(1)
}

async function expectUpstreamClosed(fixture: ContractFixture, sinceMs: number): Promise<void> {
  const [request] = fixture.server.requests
  await request?.closed
  expect((request?.abortedMs ?? Number.POSITIVE_INFINITY) - sinceMs).toBeLessThan(LATEST_MS)
  expect(fixture.server.ledger).toMatchObject({ aborted: 1, open: 0 })
}
