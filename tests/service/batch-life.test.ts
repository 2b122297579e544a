import {
  type FakeProvider,
  type FakeReply,
  RESET,
  SILENCE,
  chatBeginning,
  chatCompletion,
  chatFailure,
  htmlReply,
  seededRandom,
  startFakeProvider,
} from '@vitrine/testkit'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { batchOf, callBatch, endOf, endsOf, eventsIn, keyedRowsOf, numberIn, rowsOf } from './batch-calls.ts'
import { PROJECT, type ReceivedEvent, SEED_BODY, bearer, call, eventsOf, resultOf } from './calls.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

let provider: FakeProvider
let service: SpawnedService
beforeAll(async () => {
  provider = await startFakeProvider()
})
afterAll(() => provider.close())

const start = async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
  service = await spawnService({ OPENAI_API_KEY: 'sk-test-key-0123456789', OPENAI_BASE_URL: provider.baseUrl, ...env })
}
/** Waits until the provider has been asked so many times. */
async function asked(count: number): Promise<void> {
  while (provider.requests.length < count) await sleep(5)
}

describe('one service', () => {
  beforeAll(() => start())
  afterAll(() => service.stop())

  describe('a thousand rows, three in ten of whose calls fail', () => {
    const FAULTS: readonly (() => FakeReply)[] = [
      () => chatFailure(500, { message: 'Broken.' }, { 'retry-after-ms': '1' }),
      () => chatFailure(503, { message: 'Overloaded.' }, { 'retry-after-ms': '1' }),
      () => chatFailure(429, { message: 'Slow down.', code: 'rate_limit_exceeded' }, { 'retry-after-ms': '5' }),
      () => chatFailure(400, { message: 'No.' }),
      () => RESET,
      () => htmlReply(),
      () => chatBeginning('half', [], { end: 'reset' }),
      () => ({ headers: { 'content-type': 'application/json' }, body: '{"choices": [' }),
    ]

    it('end each once, in an answer of their own or a named failure', async () => {
      const random = seededRandom(20_261_121)
      const answered = new Map<string, number>()
      const tries = new Map<string, number>()
      provider.respond(({ text }) => {
        const number = numberIn(text)
        tries.set(number, (tries.get(number) ?? 0) + 1)
        const fault = random() < 0.3 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined
        if (fault !== undefined) return fault()
        answered.set(number, (answered.get(number) ?? 0) + 1)
        return chatCompletion(`It is ${number}.`, { delayMs: Math.floor(random() * 5) })
      })
      const rows = rowsOf(1000)
      const events = await eventsOf(callBatch(service.url, batchOf(rows, { concurrency: 50 })))
      const ends = endsOf(events)
      expect(ends).toHaveLength(1000)
      expect(ends.map(([id]) => id).toSorted()).toEqual(rows.map(({ row_id }) => row_id).toSorted())
      const succeeded = ends.filter(([, end]) => end.startsWith('It is'))
      const numberOf = (id: string): string => id.replace('row ', '')
      expect(succeeded.filter(([id, end]) => end !== `It is ${numberOf(id)}.`)).toEqual([])
      expect(new Set(ends.filter(([, end]) => !end.startsWith('It is')).map(([, code]) => code))).toEqual(
        new Set(['provider_error', 'provider_rate_limited']),
      )
      // Nobody is paid for twice: each answer that the provider gave is the end of one row.
      expect([...answered.keys()].toSorted()).toEqual(succeeded.map(([id]) => numberOf(id)).toSorted())
      expect(Math.max(...answered.values())).toBe(1)
      expect(Math.max(...tries.values())).toBeLessThanOrEqual(3)
      expect(endOf(events)).toEqual({
        counts: { rows: 1000, succeeded: succeeded.length, failed: 1000 - succeeded.length, not_started: 0, replayed: 0 },
        not_started: [],
      })
      expect(succeeded.length).toBeGreaterThan(700)
      expect(service.output()).not.toContain('"fault"')
    })
  })

  describe('a caller who leaves', () => {
    it.each([
      ['while nothing is answered yet', () => SILENCE],
      ['in the middle of answers', () => chatBeginning('some text', [], { end: 'hang' })],
    ])('ends what runs %s, and nothing begins any more', async (_when, reply) => {
      const before = provider.requests.length
      provider.respond(reply)
      const abort = new AbortController()
      const response = await callBatch(service.url, batchOf(rowsOf(100), { concurrency: 20, text_deltas: true }), { signal: abort.signal })
      await asked(before + 20)
      const leftMs = performance.now()
      abort.abort()
      await Promise.all(provider.requests.slice(before).map(({ closed }) => closed))
      expect(performance.now() - leftMs).toBeLessThan(250)
      await expect(response.text()).rejects.toThrow('abort')
      await sleep(50)
      expect([provider.requests.length - before, provider.ledger.open]).toEqual([20, 0])
      provider.respond(() => chatCompletion('still here'))
      expect((await resultOf(call(service.url, SEED_BODY))).data).toBe('still here')
    })

    it('can send the rest again, and no row with a key is run twice', async () => {
      const counts = new Map<string, number>()
      provider.respond(({ text }) => {
        counts.set(numberIn(text), (counts.get(numberIn(text)) ?? 0) + 1)
        return chatCompletion(`It is ${numberIn(text)}.`, { delayMs: 5 })
      })
      const rows = keyedRowsOf(60, 'run 1')
      const abort = new AbortController()
      const seen: ReceivedEvent[] = []
      const leave = async (): Promise<void> => {
        for await (const event of eventsIn(await callBatch(service.url, batchOf(rows), { signal: abort.signal }))) {
          seen.push(event)
          if (endsOf(seen).length === 20) abort.abort()
        }
      }
      await expect(leave()).rejects.toThrow('abort')
      const done = new Set(endsOf(seen).map(([id]) => id))
      const firstTime = new Map(counts)
      while (provider.ledger.open > 0) await sleep(5)
      // All of them, as a client would that lost track.
      const events = await eventsOf(callBatch(service.url, batchOf(rows)))
      expect(endsOf(events)).toHaveLength(60)
      const replayed = events.filter(({ type, data }) => type === 'row-result' && data['replayed'] === true)
      const replayedIds = new Set(replayed.map(({ data }) => data['row_id']))
      expect([...done].filter((id) => !replayedIds.has(id))).toEqual([])
      for (const id of done) expect([id, counts.get(id.replace('row ', ''))]).toEqual([id, firstTime.get(id.replace('row ', ''))])
      expect(endOf(events)).toMatchObject({ counts: { rows: 60, succeeded: 60, replayed: replayed.length } })
    })

    it('is one who reads nothing: rows wait with beginning until there is room', async () => {
      const before = provider.requests.length
      provider.respond(() => chatCompletion('x'.repeat(100_000)))
      const response = await callBatch(service.url, batchOf(rowsOf(400), { concurrency: 10 }))
      let last = -1
      while (provider.requests.length !== last) {
        last = provider.requests.length
        await sleep(300)
      }
      // A megabyte here, and what the two ends of the connection hold; the whole is eighty.
      expect(last - before).toBeLessThan(200)
      const events: ReceivedEvent[] = []
      for await (const event of eventsIn(response)) events.push(event)
      expect(endOf(events)).toMatchObject({ counts: { rows: 400, succeeded: 400 } })
    })
  })
})

describe('another service', () => {
  afterEach(() => service.stop())

  describe('time', () => {
    it('is counted for each row from its beginning, and not for the batch', async () => {
      await start({ VITRINE_DEADLINE_MS: '300' })
      provider.respond(({ text }) => (numberIn(text) === '1' ? SILENCE : chatCompletion('x', { delayMs: 100 })))
      const began = performance.now()
      const events = await eventsOf(callBatch(service.url, batchOf(rowsOf(5), { concurrency: 1 })))
      expect(performance.now() - began).toBeGreaterThan(600)
      expect(endsOf(events).map(([, end]) => end)).toEqual(['x', 'deadline_exceeded', 'x', 'x', 'x'])
    })
  })

  describe('a service that shuts down', () => {
    it('begins no row, finishes those that run, and names the others', async () => {
      await start()
      const before = provider.requests.length
      provider.respond(() => chatCompletion('finished', { delayMs: 500 }))
      const response = callBatch(service.url, batchOf(rowsOf(50), { concurrency: 5 }))
      await asked(before + 5)
      service.child.kill('SIGTERM')
      const events = await eventsOf(response)
      expect(endsOf(events).map(([, end]) => end)).toEqual(Array.from({ length: 5 }, () => 'finished'))
      expect(endOf(events)).toEqual({
        counts: { rows: 50, succeeded: 5, failed: 0, not_started: 45, replayed: 0 },
        not_started: rowsOf(50)
          .slice(5)
          .map(({ row_id }) => row_id),
        stopped_by: 'draining',
      })
      expect((await service.exited).code).toBe(0)
    })
  })

  describe('places of one provider key', () => {
    const OTHER = '11111111-2222-4333-8444-555555555555'
    const headers = { authorization: bearer({ projects: [PROJECT, OTHER] }) }

    it('are shared fairly: a batch does not hold up another project', async () => {
      await start({ VITRINE_CONCURRENCY: '2' })
      const before = provider.requests.length
      let open = 0
      let most = 0
      provider.respond(async () => {
        most = Math.max(most, ++open)
        await sleep(20)
        open--
        return chatCompletion('x')
      })
      const batch = eventsOf(callBatch(service.url, batchOf(rowsOf(60), { concurrency: 50 }), { headers }))
      await asked(before + 6)
      const askedBefore = provider.requests.length
      const single = await call(service.url, SEED_BODY, { path: `/services/completion/test?project_id=${OTHER}`, headers })
      expect(single.status).toBe(200)
      // Two calls ran, and two may have had the next places by then.
      expect(provider.requests.length - askedBefore).toBeLessThanOrEqual(6)
      expect(endOf(await batch)).toMatchObject({ counts: { succeeded: 60 } })
      expect(most).toBe(2)
    })

    it('go in turn to projects, however many batches each of them has', async () => {
      await start({ VITRINE_CONCURRENCY: '2' })
      provider.respond(() => chatCompletion('x', { delayMs: 10 }))
      const order: string[] = []
      const run = async (project: string): Promise<void> => {
        const path = `/services/completion/batch?project_id=${project}`
        for await (const event of eventsIn(await callBatch(service.url, batchOf(rowsOf(40), { concurrency: 40 }), { path, headers }))) {
          if (event.type === 'row-result') order.push(project)
        }
      }
      await Promise.all([PROJECT, PROJECT, PROJECT, OTHER].map(run))
      // Turn by turn it would be every second one; by batches, every fourth.
      expect(order.slice(0, 48).filter((project) => project === OTHER).length).toBeGreaterThan(16)
    })

    it('are given back by rows that never get to a call', async () => {
      await start({ VITRINE_CONCURRENCY: '1' })
      provider.respond(() => chatCompletion('x'))
      const rows = [...keyedRowsOf(3, 'k'), ...Array.from({ length: 3 }, (_, at) => ({ row_id: `empty ${at}`, inputs: {} }))]
      for (const replayed of [0, 3]) {
        const events = await eventsOf(callBatch(service.url, batchOf(rows)))
        expect(endOf(events)).toMatchObject({ counts: { succeeded: 3, failed: 3, replayed } })
      }
      expect((await resultOf(call(service.url, SEED_BODY))).data).toBe('x')
    })

    it('are not used up by batches that wait: a single run finds room to wait too', async () => {
      await start({ VITRINE_CONCURRENCY: '1' })
      provider.respond(() => chatCompletion('x', { delayMs: 5 }))
      const batches = Array.from({ length: 8 }, () => eventsOf(callBatch(service.url, batchOf(rowsOf(10), { concurrency: 100 }))))
      const single = await call(service.url, SEED_BODY)
      expect(single.status).toBe(200)
      for (const events of await Promise.all(batches)) expect(endOf(events)).toMatchObject({ counts: { succeeded: 10 } })
    })
  })
})
