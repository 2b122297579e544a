import type { ProviderEvent } from '@vitrine/contracts'
import { createProvider, createUndiciTransport, openAiChat } from '@vitrine/providers'
import {
  aCall,
  aContext,
  chatBeginning,
  chatCompletion,
  chatErrorEvent,
  chatFailure,
  chatStream,
  createFakeClock,
  errorOf,
  eventProblems,
  htmlReply,
  RESET,
  runToEnd,
  seededRandom,
  startFakeProvider,
  textOf,
  type FakeReply,
} from '@vitrine/testkit'
import { expect, it } from 'vitest'

const CALLS = 400
const AT_ONCE = 20
const TEXT = 'Grüße aus Köln 🌍'

const FAULTS: readonly (() => FakeReply)[] = [
  () => chatFailure(429, { message: 'slow down' }),
  () => chatFailure(429, { message: 'slow down' }, { 'retry-after': '1' }),
  () => chatFailure(500, { message: 'broken' }),
  () => chatFailure(503, { message: 'busy' }),
  () => RESET,
  () => chatBeginning('Half'),
  () => chatBeginning('Half', [], { end: 'reset', pauseMs: 1 }),
  () => chatBeginning('Half', [chatErrorEvent('stalled')]),
  () => chatBeginning('Half', ['{"choices":[']),
  () => htmlReply(200),
  () => ({ headers: { 'content-type': 'application/json' }, body: '{"cho' }),
]

it('survives a third of all answers failing in every way: each call ends once, with its text or with why not, and every request is accounted for', async () => {
  const server = await startFakeProvider()
  const transport = createUndiciTransport({ connectionsPerOrigin: AT_ONCE })
  const random = seededRandom(20_261_121)
  server.respond(() => {
    if (random() < 0.33) return (FAULTS[Math.floor(random() * FAULTS.length)] ?? FAULTS[0] ?? (() => RESET))()
    return random() < 0.5 ? chatStream(TEXT, { split: { seed: Math.floor(random() * 1e6) } }) : chatCompletion(TEXT)
  })
  const { sleep } = createFakeClock()
  const provider = createProvider({ dialect: openAiChat, transport, random, sleep, graceMs: 50 })
  const results: { readonly events: readonly ProviderEvent[]; readonly attempts: number }[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < CALLS) {
        next += 1
        let attempts = 0
        const onAttempt = (): void => {
          attempts += 1
        }
        const events = await runToEnd(provider, aCall({ baseUrl: server.baseUrl }, { stream: next % 3 > 0 }), aContext({ onAttempt }))
        results.push({ events, attempts })
      }
    }),
  )
  expect(results).toHaveLength(CALLS)
  expect(results.flatMap(({ events }) => eventProblems(events))).toEqual([])
  const answered = results.filter(({ events }) => errorOf(events) === null)
  expect(answered.every(({ events }) => textOf(events) === TEXT)).toBe(true)
  expect(answered.length).toBeGreaterThan(CALLS * 0.75)
  expect(answered.length).toBeLessThan(CALLS)
  expect(Math.max(...results.map(({ attempts }) => attempts))).toBeLessThanOrEqual(3)
  expect(results.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(server.ledger.received)
  await transport.close()
  await server.close()
})
