import { describe, expect, it } from 'vitest'
import { errorOf, eventsOf, partsOf, textOf } from '../event-reading.ts'
import type { ContractFixture } from './contract-fixture.ts'

const TEXT = 'Grüße aus Köln 🌍: 你好, “naïve” – 𝒳 and a\nsecond line.'

export function describeAnswers(fixture: ContractFixture): void {
  describe('answers', () => {
    it('streams a text and ends with its usage and finish reason', async () => {
      fixture.server.enqueue(fixture.replies.stream(TEXT))
      const events = await fixture.run()
      expect(textOf(events)).toBe(TEXT)
      expect(eventsOf(events, 'part-delta').length).toBeGreaterThan(3)
      expect(eventsOf(events, 'usage')).toEqual([{ type: 'usage', ...fixture.replies.usage }])
      expect(events.at(-1)).toMatchObject({ type: 'response-end', finishReason: 'stop' })
    })

    it.each(['bytes', { seed: 1 }, { seed: 2 }] as const)('reads the same whichever way the bytes are cut (%o)', async (split) => {
      fixture.server.enqueue(fixture.replies.stream(TEXT, { split }))
      expect(textOf(await fixture.run())).toBe(TEXT)
    })

    it('reads an answer in one piece', async () => {
      fixture.server.enqueue(fixture.replies.whole(TEXT))
      const events = await fixture.run(fixture.call({ stream: false }))
      expect(partsOf(events)).toEqual([{ kind: 'text', text: TEXT }])
      expect(eventsOf(events, 'usage')).toEqual([{ type: 'usage', ...fixture.replies.usage }])
      expect(errorOf(events)).toBeNull()
    })

    it('reads an answer in one piece where a stream was asked for, and a stream where it was not', async () => {
      fixture.server.enqueue(fixture.replies.whole(TEXT), fixture.replies.stream(TEXT))
      expect(textOf(await fixture.run())).toBe(TEXT)
      expect(textOf(await fixture.run(fixture.call({ stream: false })))).toBe(TEXT)
    })

    it('keeps the connection of a stream for the calls after it', async () => {
      fixture.server.respond(() => fixture.replies.stream(TEXT))
      await fixture.run()
      // The last bytes of a stream come after its end was told, so it may take a call or two until its connection is free.
      const connectionOfNext = async (): Promise<number | undefined> => {
        await fixture.run()
        return fixture.server.requests.at(-1)?.connection
      }
      await expect.poll(connectionOfNext, { interval: 5 }).toBe(1)
      expect(fixture.server.ledger.aborted).toBe(0)
    })

    it('sends the same request id with every attempt, and the context’s headers', async () => {
      fixture.server.enqueue(fixture.replies.failure(503, { message: 'busy' }), fixture.replies.stream(TEXT))
      await fixture.run(fixture.call(), {
        requestId: 'req-7',
        headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
      })
      const sent = fixture.server.requests.map(({ headers }) => [headers['x-client-request-id'], headers['traceparent']?.slice(0, 5)])
      expect(sent).toEqual([
        ['req-7', '00-0a'],
        ['req-7', '00-0a'],
      ])
    })
  })
}
