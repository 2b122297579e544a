import { describe, expect, it } from 'vitest'
import { TEST_KEY } from '../builders.ts'
import { eventsOf } from '../event-reading.ts'
import type { ContractFixture } from './contract-fixture.ts'

export function describeWire(fixture: ContractFixture): void {
  describe('the wire view', () => {
    it('shows the request that was received, byte for byte, but for the key', async () => {
      fixture.server.enqueue(fixture.replies.stream('Hi'))
      const messages = [{ role: 'user', content: '„Grüße“ \u2028 {{x}} $& __proto__ 🌍 \ud83d' }] as const
      const events = await fixture.run(fixture.call({ messages }), { wire: 'summary' })
      const [request] = fixture.server.requests
      const [wire] = eventsOf(events, 'wire')
      expect(wire?.attempt.request.body).toBe(request?.text)
      expect(wire?.attempt.request.method).toBe(request?.method)
      expect(wire?.attempt.request.url).toBe(`${new URL(fixture.server.baseUrl).origin}${request?.path}`)
      const shown = wire?.attempt.request.headers ?? {}
      const received = Object.keys(shown).map((name) => [
        name,
        request?.headers[name]?.includes(TEST_KEY) === true ? '***' : request?.headers[name],
      ])
      expect(Object.entries(shown)).toEqual(received)
    })

    it('shows status, headers and moments in their order', async () => {
      fixture.server.enqueue(fixture.replies.stream('Hi', { headers: { 'x-request-id': 'up-1' } }))
      const [wire] = eventsOf(await fixture.run(fixture.call(), { wire: 'summary' }), 'wire')
      expect(wire?.attempt.response).toMatchObject({ status: 200, headers: { 'x-request-id': 'up-1' } })
      expect(wire?.attempt.events).toBeUndefined()
      const { queued, connected, firstByte, firstToken, end } = wire?.attempt.times ?? {}
      const moments = [queued, connected, firstByte, firstToken, end].map(Number)
      expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    })

    it('shows every event as it came where the whole is asked for', async () => {
      const reply = fixture.replies.stream('Hello')
      fixture.server.enqueue(reply)
      const [wire] = eventsOf(await fixture.run(fixture.call(), { wire: 'full' }), 'wire')
      const sent = [...String(reply.body).matchAll(/^data: (.*)$/gm)].map(([, data]) => data)
      expect(wire?.attempt.events?.map(({ data }) => data)).toEqual(sent)
    })

    it('shows the body of an answer that was not streamed, and of a refusal', async () => {
      const whole = fixture.replies.whole('Hi')
      const refusal = fixture.replies.failure(400, { message: 'no' })
      fixture.server.enqueue(whole, refusal)
      const first = eventsOf(await fixture.run(fixture.call({ stream: false }), { wire: 'summary' }), 'wire')
      const second = eventsOf(await fixture.run(fixture.call(), { wire: 'summary' }), 'wire')
      expect(first[0]?.attempt.response?.body).toBe(whole.body)
      expect(second[0]?.attempt).toMatchObject({ response: { status: 400, body: refusal.body }, failure: expect.any(String) })
    })

    it('is silent where nobody asked', async () => {
      fixture.server.enqueue(fixture.replies.stream('Hi'))
      expect(eventsOf(await fixture.run(), 'wire')).toEqual([])
    })
  })
}
