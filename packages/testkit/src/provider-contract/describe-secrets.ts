import type { AttemptFacts } from '@vitrine/providers'
import { describe, expect, it } from 'vitest'
import { TEST_KEY } from '../builders.ts'
import type { FakeReply } from '../fake-provider/fake-reply.ts'
import type { ContractFixture } from './contract-fixture.ts'

export function describeSecrets(fixture: ContractFixture): void {
  describe('the key', () => {
    const echo = `You sent Bearer ${TEST_KEY}, which is not right`
    const answers: readonly [string, (fixture: ContractFixture) => FakeReply][] = [
      ['a refusal', ({ replies }) => replies.failure(401, { message: echo }, { 'x-echo': TEST_KEY, 'set-cookie': 'session=1234567890' })],
      ['a failure that is tried again', ({ replies }) => replies.failure(500, { message: echo })],
      ['an error event', ({ replies }) => replies.beginning('Hm', [replies.errorEvent(echo)])],
      ['an event that is not JSON', ({ replies }) => replies.beginning('Hm', [`{"authorization": "Bearer ${TEST_KEY}`, '[DONE]'])],
      ['a page', () => ({ headers: { 'content-type': 'text/html' }, body: `<html>${echo}</html>` })],
      ['a broken body', () => ({ headers: { 'content-type': 'application/json' }, body: `{"key": "${TEST_KEY}"` })],
    ]

    it.each(answers)('is in no event and no record, where %s quotes it', async (_, reply) => {
      fixture.server.respond(() => reply(fixture))
      const facts: AttemptFacts[] = []
      const events = await fixture.run(fixture.call(), { wire: 'full', onAttempt: (fact) => facts.push(fact) })
      expect(fixture.server.requests[0]?.rawHeaders.join()).toContain(TEST_KEY)
      const told = JSON.stringify([events, facts])
      expect(told).not.toContain(TEST_KEY)
      expect(told).not.toContain('session=1234567890')
    })
  })
}
