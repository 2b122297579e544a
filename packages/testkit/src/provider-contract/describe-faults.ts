import { describe, expect, it } from 'vitest'
import { aCall } from '../builders.ts'
import { errorOf, eventsOf, textOf } from '../event-reading.ts'
import { htmlReply, RESET, SILENCE, type FakeReply } from '../fake-provider/fake-reply.ts'
import type { ContractFixture } from './contract-fixture.ts'

export function describeFaults(fixture: ContractFixture): void {
  describe('faults keep what came', () => {
    const begun: readonly [string, (fixture: ContractFixture) => FakeReply, object][] = [
      [
        'a stream that ends without its end',
        ({ replies }) => replies.beginning('Once upon'),
        { code: 'provider_error', meta: { interrupted: true } },
      ],
      [
        'a connection that breaks',
        ({ replies }) => replies.beginning('Once upon', [], { end: 'reset', pauseMs: 5 }),
        { code: 'provider_error', meta: { interrupted: true } },
      ],
      [
        'an event that is not JSON',
        ({ replies }) => replies.beginning('Once upon', ['{"choices":[{"del', replies.usageEvent, '[DONE]']),
        { code: 'provider_error', message: expect.stringContaining('garbled') },
      ],
      [
        'an error event',
        ({ replies }) => replies.beginning('Once upon', [replies.errorEvent('The engine stalled'), replies.usageEvent, '[DONE]']),
        { code: 'provider_error', message: expect.stringContaining('The engine stalled') },
      ],
    ]

    it.each(begun)('%s', async (_, reply, error) => {
      fixture.server.respond(() => reply(fixture))
      const events = await fixture.run()
      expect(textOf(events)).toBe('Once upon')
      expect(errorOf(events)).toMatchObject(error)
      expect(fixture.server.ledger.received).toBe(1)
    })

    it('silence in the middle', async () => {
      fixture.server.respond(() => fixture.replies.beginning('Once upon', [], { end: 'hang' }))
      const events = await fixture.run(fixture.call(), {}, fixture.impatient)
      expect(textOf(events)).toBe('Once upon')
      expect(errorOf(events)).toMatchObject({ code: 'provider_timeout', meta: { interrupted: true } })
    })

    it('reports the usage that follows an error', async () => {
      const { replies } = fixture
      fixture.server.enqueue(replies.beginning('Once', [replies.errorEvent('stalled'), replies.usageEvent, '[DONE]']))
      const events = await fixture.run()
      const types = events.map(({ type }) => type)
      expect(types.slice(types.indexOf('error'), types.indexOf('error') + 2)).toEqual(['error', 'usage'])
    })

    it('cuts an event that was cut off at the end of the stream, and calls it interrupted', async () => {
      const whole = fixture.replies.stream('Once upon a time')
      const bytes = Buffer.from(whole.body ?? '')
      fixture.server.respond(() => ({ ...whole, cutAfterBytes: Math.floor(bytes.byteLength / 2) }))
      const events = await fixture.run()
      expect('Once upon a time'.startsWith(textOf(events))).toBe(true)
      expect(errorOf(events)).toMatchObject({ code: 'provider_error', meta: { interrupted: true } })
    })
  })

  describe('faults before an answer', () => {
    const answers: readonly [string, FakeReply, object][] = [
      ['a web page', htmlReply(), { code: 'provider_error', message: expect.stringMatching(/web page.*base URL/) }],
      ['a web page with a status of its own', htmlReply(404), { code: 'provider_error', meta: { provider_status: 404 } }],
      [
        'an empty body',
        { headers: { 'content-type': 'application/json' } },
        { code: 'provider_error', message: expect.stringContaining('empty') },
      ],
      [
        'an empty stream',
        { headers: { 'content-type': 'text/event-stream' } },
        { code: 'provider_error', message: expect.stringContaining('empty') },
      ],
      [
        'another type of content',
        { headers: { 'content-type': 'application/octet-stream' }, body: '\u0000\u0001' },
        { code: 'provider_error', message: expect.stringContaining('application/octet-stream') },
      ],
      [
        'JSON that is none',
        { headers: { 'content-type': 'application/json' }, body: '{"choices": [' },
        { code: 'provider_error', message: expect.stringContaining('garbled') },
      ],
      [
        'JSON that is no answer',
        { headers: { 'content-type': 'application/json' }, body: '{"hello":"world"}' },
        { code: 'provider_error', message: expect.stringContaining('base URL') },
      ],
      ['a reset', RESET, { code: 'provider_error', message: expect.stringMatching(/127\.0\.0\.1:\d+ closed the connection/) }],
    ]

    it.each(answers)('%s becomes one error that names it', async (_, reply, error) => {
      fixture.server.respond(() => reply)
      const events = await fixture.run()
      expect(errorOf(events)).toMatchObject(error)
      expect(eventsOf(events, 'part-start')).toEqual([])
    })

    it('silence becomes one error that names the host', async () => {
      fixture.server.respond(() => SILENCE)
      expect(errorOf(await fixture.run(fixture.call(), {}, fixture.impatient))).toMatchObject({
        code: 'provider_timeout',
        message: expect.stringMatching(/127\.0\.0\.1:\d+ did not answer in time/),
      })
      expect(fixture.server.ledger.received).toBe(1)
    })

    it('an error as the whole answer to a good status is an error', async () => {
      fixture.server.respond(() => ({ ...fixture.replies.failure(200, { message: 'No tokens today' }), status: 200 }))
      expect(errorOf(await fixture.run())).toMatchObject({ code: 'provider_error', message: expect.stringContaining('No tokens today') })
    })

    it('an address where nothing listens is named', async () => {
      await fixture.server.close()
      const events = await fixture.run(aCall({ baseUrl: fixture.server.baseUrl }))
      expect(errorOf(events)).toMatchObject({
        code: 'provider_error',
        message: expect.stringMatching(/^Nothing answers at 127\.0\.0\.1:\d+\. Check/),
        meta: { provider_code: 'connection_refused', attempts: 3 },
      })
    })

    it('goes to no other address where the provider points to one', async () => {
      fixture.server.respond(({ path }) =>
        path.startsWith('/elsewhere') ? fixture.replies.stream('stolen') : { status: 307, headers: { location: '/elsewhere' } },
      )
      const events = await fixture.run()
      expect(errorOf(events)).toMatchObject({ code: 'provider_error', meta: { provider_status: 307 } })
      expect(fixture.server.ledger.received).toBe(1)
    })
  })
}
