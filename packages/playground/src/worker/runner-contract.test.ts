import type { StopRowsRequest, StreamEvent } from '@vitrine/contracts'
import { expose } from 'comlink'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeRealm } from '../execution/fake-realm.ts'
import { sampleStream } from '../execution/sample-answer.ts'
import { createInlineRunner } from './inline-runner.ts'
import { batchEnds, batchIn, playBatch, rowBegins, rowEnds, rowSays, wholeRow } from './played-batch.ts'
import { type OpenBatch, type Play, type Sent, playedService } from './played-service.ts'
import type { RunOutcome, RunStep, Runner, RunnerRequest } from './protocol.ts'
import { createWorkerApi } from './worker-api.ts'
import { createWorkerRunner } from './worker-runner.ts'

const request = (rowId: string, runId = 'run', rest: Partial<RunnerRequest['options']> = {}): RunnerRequest => ({
  prefix: 'https://s.test/services',
  projectId: 'p',
  mode: 'completion',
  body: { ag_config: { prompt: { messages: [], llm_config: { model: 'demo/echo' } } }, inputs: { ['__proto__']: 'inert' } },
  token: 'secret',
  headers: { 'x-host': 'h' },
  options: { runId, rowId, deadlineMs: 1000, ...rest },
})

const closings: (() => void)[] = []
afterEach(() => {
  for (const close of closings.splice(0)) close()
})

/** Waits pass fifty times as fast. */
const quickTimer = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms / 50)
  return () => clearTimeout(timer)
}

/** Both ways of carrying out runs, over the same played service. */
const makers = {
  'on the page': (play: Play, realm = createFakeRealm()) => ({
    realm,
    runner: createInlineRunner({
      transport: { fetch: playedService(play), isOnline: () => true },
      // Deadlines are played; other waits pass by themselves, as they do in the worker.
      setTimer: (work, ms) => (ms < 5000 ? quickTimer : realm.setTimer)(work, ms),
    }),
  }),
  'in a worker': (play: Play, realm = createFakeRealm()) => {
    const { port1, port2 } = new MessageChannel()
    closings.push(
      () => port1.close(),
      () => port2.close(),
    )
    const api = createWorkerApi({
      transport: { fetch: playedService(play), isOnline: () => true },
      clock: () => performance.now(),
      setTimer: quickTimer,
    })
    expose(api, port2)
    port1.start()
    port2.start()
    const port = { endpoint: port1, onRefused: () => undefined, terminate: () => port2.close() }
    return { realm, runner: createWorkerRunner(port, realm.setTimer, () => undefined) }
  },
}

interface Collected {
  /** What the service said. */
  readonly events: StreamEvent[]
  /** Settles when the request goes out. */
  readonly sent: Promise<void>
  readonly outcome: Promise<RunOutcome>
}

function collect(runner: Runner, of: RunnerRequest): Collected {
  const events: StreamEvent[] = []
  const sent = Promise.withResolvers<void>()
  const outcome = runner.run(of, (steps) => {
    for (const { event } of steps) {
      if (event.type === 'sent') sent.resolve()
      else events.push(event)
    }
  })
  return { events, sent: sent.promise, outcome }
}
const textOf = (events: readonly StreamEvent[]) => events.map((event) => (event.type === 'part-delta' ? event.delta : '')).join('')

describe.each(Object.entries(makers))('a runner %s', (_, make) => {
  it('passes on what the service says, and ends well', async () => {
    const { runner } = make((_sent, answer) => answer.events(...sampleStream('Hello ', 'you')))
    const { events, outcome } = collect(runner, request('r1'))
    expect(await outcome).toEqual({ ok: true })
    expect(textOf(events)).toBe('Hello you')
    expect(events.at(0)?.type).toBe('response-start')
    expect(events.at(-1)?.type).toBe('result')
    runner.dispose()
  })

  it('sends the body and the headers it was given', async () => {
    const seen: { url: string; headers: Headers; body: string }[] = []
    const { runner } = make((sent, answer) => {
      seen.push(sent)
      answer.events(...sampleStream('x'))
    })
    await collect(runner, request('r1')).outcome
    const [sent] = seen
    expect(sent?.url).toBe('https://s.test/services/completion/test?project_id=p')
    expect(sent?.headers.get('authorization')).toBe('Bearer secret')
    expect(sent?.headers.get('x-host')).toBe('h')
    expect(sent?.headers.get('x-vitrine-run')).toBe('run')
    expect(sent?.body).toContain('"__proto__":"inert"')
    runner.dispose()
  })

  it('reports a refusal with code and all, as data', async () => {
    const detail = { code: 'rate_limited', message: 'Slow down.', meta: { retry_after_ms: 3000 }, trace_id: 't' }
    const { runner } = make((_sent, answer) => answer.refuse(429, { detail }, { 'retry-after': '3' }))
    expect(await collect(runner, request('r1')).outcome).toEqual({
      ok: false,
      failure: {
        code: 'rate_limited',
        message: 'Slow down.',
        meta: { retry_after_ms: 3000 },
        traceId: 't',
        status: 429,
        retryAfterMs: 3000,
      },
    })
    runner.dispose()
  })

  it('says that nothing was reached', async () => {
    const { runner } = make((_sent, answer) => answer.fail())
    expect(await collect(runner, request('r1')).outcome).toMatchObject({ ok: false, failure: { code: 'unreachable' } })
    runner.dispose()
  })

  it('keeps what came of a stream that is cut off', async () => {
    const { runner } = make((_sent, answer) => answer.events(...sampleStream('Half').slice(0, 3)))
    const { events, outcome } = collect(runner, request('r1'))
    expect(await outcome).toMatchObject({ ok: false, failure: { code: 'interrupted' } })
    expect(textOf(events)).toBe('Half')
    runner.dispose()
  })

  it('cancels one run at once, tells nothing more of it, and lets go of the connection', async () => {
    const aborted = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const { runner } = make((sent, answer) => {
      sent.signal?.addEventListener('abort', () => aborted.resolve())
      answer.hold()
      begun.resolve()
    })
    const { events, outcome } = collect(runner, request('r1'))
    await begun.promise
    runner.cancel('run', 'r1')
    expect(await outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    await aborted.promise
    expect(events).toEqual([])
    runner.dispose()
  })

  it('does not confuse runs of the same row', async () => {
    let count = 0
    const { runner } = make((_sent, answer) => {
      if (++count === 1) answer.hold()
      else answer.events(...sampleStream('second'))
    })
    const first = collect(runner, request('r1', 'one'))
    const second = collect(runner, request('r1', 'two'))
    expect(await second.outcome).toEqual({ ok: true })
    expect(textOf(second.events)).toBe('second')
    runner.cancel('one', 'r1')
    expect(await first.outcome).toMatchObject({ failure: { code: 'cancelled' } })
    expect(first.events).toEqual([])
    runner.dispose()
  })

  it('gives up what never ends', async () => {
    const { runner, realm } = make((_sent, answer) => answer.hold())
    const { outcome, sent } = collect(runner, request('r1'))
    await sent
    realm.advance(5999)
    realm.advance(1)
    expect(await outcome).toMatchObject({ ok: false, failure: { code: 'deadline_exceeded' } })
    runner.dispose()
  })

  it('does not count the time that a run waits for its turn', async () => {
    const { runner, realm } = make((sent, answer) => {
      if (sent.headers.get('x-vitrine-row') === 'r1') answer.hold()
      else answer.events(...sampleStream('after all'))
    })
    runner.limit(1)
    const first = collect(runner, request('r1'))
    const second = collect(runner, request('r2'))
    await first.sent
    realm.advance(6000)
    expect(await first.outcome).toMatchObject({ failure: { code: 'deadline_exceeded' } })
    expect(await second.outcome).toEqual({ ok: true })
    runner.dispose()
  })

  it('begins in order, so many at a time, the next one when one ends', async () => {
    const order: string[] = []
    let open = 0
    let most = 0
    const { runner } = make((sent, answer) => {
      order.push(sent.headers.get('x-vitrine-row') ?? '')
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        answer.events(...sampleStream('x'))
      })
    })
    runner.limit(2)
    const rows = Array.from({ length: 9 }, (_row, index) => `r${index}`)
    const outcomes = await Promise.all(rows.map((row) => collect(runner, request(row)).outcome))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(order).toEqual(rows)
    expect(most).toBe(2)
    runner.dispose()
  })

  it('begins more when it may', async () => {
    const { runner } = make((_sent, answer) => answer.hold())
    runner.limit(1)
    const first = collect(runner, request('r1'))
    const second = collect(runner, request('r2'))
    await first.sent
    runner.limit(2)
    expect(await Promise.race([second.sent.then(() => 'sent'), second.outcome])).toBe('sent')
    runner.dispose()
  })

  it('never sends a run that was cancelled while it waited', async () => {
    const sent: (string | null)[] = []
    const { runner } = make((of, answer) => {
      sent.push(of.headers.get('x-vitrine-row'))
      if (of.headers.get('x-vitrine-row') === 'r1') answer.hold()
      else answer.events(...sampleStream('x'))
    })
    runner.limit(1)
    const runs = ['r1', 'r2', 'r3'].map((row) => collect(runner, request(row)))
    await runs[0]?.sent
    runner.cancel('run', 'r2')
    runner.cancel('run', 'r1')
    expect(await runs[2]?.outcome).toEqual({ ok: true })
    expect(await runs[1]?.outcome).toMatchObject({ failure: { code: 'cancelled' } })
    expect(sent).toEqual(['r1', 'r3'])
    runner.dispose()
  })

  it('settles everything when it is disposed of, and leaves no timer', async () => {
    const { runner, realm } = make((_sent, answer) => answer.hold())
    const outcomes = ['r1', 'r2'].map((rowId) => collect(runner, request(rowId)).outcome)
    await Promise.resolve()
    runner.dispose()
    expect((await Promise.all(outcomes)).map((outcome) => !outcome.ok && outcome.failure.code)).toEqual(['cancelled', 'cancelled'])
    expect(await collect(runner, request('r3')).outcome).toMatchObject({ ok: false })
    runner.dispose()
    expect(realm.pending()).toBe(0)
  })

  it('carries many runs side by side', async () => {
    const { runner } = make((sent, answer) => answer.events(...sampleStream(sent.headers.get('x-vitrine-row') ?? '')))
    const runs = Array.from({ length: 100 }, (_row, index) => collect(runner, request(`row ${index}`)))
    const outcomes = await Promise.all(runs.map(({ outcome }) => outcome))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(runs.map(({ events }) => textOf(events))).toEqual(runs.map((_run, index) => `row ${index}`))
    runner.dispose()
  })
})

/** Runs of one group. */
const grouped = (count: number, rest: Partial<RunnerRequest['options']> = {}, runId = 'run'): readonly RunnerRequest[] =>
  Array.from({ length: count }, (_run, index) => request(`r${index}`, runId, { group: 'g', ...rest }))
const collectAll = (runner: Runner, requests: readonly RunnerRequest[]) => requests.map((each) => collect(runner, each))
const codesOf = async (runs: readonly Collected[]) =>
  (await Promise.all(runs.map(({ outcome }) => outcome))).map((outcome) => (outcome.ok ? 'ok' : outcome.failure.code))
const idsIn = (sent: Sent): readonly string[] => batchIn(sent).rows.map(({ row_id }) => row_id)
const textsOf = (runs: readonly Collected[]) =>
  runs.map(({ events }) => events.map((event) => (event.type === 'result' ? (event.response.message.content ?? '') : '')).join(''))

describe.each(Object.entries(makers))('runs of a group %s', (_, make) => {
  /** A service that a test answers batch by batch. */
  function byHand() {
    const batches: { sent: Sent; batch: OpenBatch }[] = []
    const stops: StopRowsRequest[] = []
    const waiting: (() => void)[] = []
    const made = make((sent, answer) => {
      if (sent.url.includes('/batch/stop')) {
        const stop = JSON.parse(sent.body) as StopRowsRequest
        stops.push(stop)
        answer.refuse(200, { stopped: stop.row_ids.length })
        return
      }
      batches.push({ sent, batch: answer.batch() })
      for (const go of waiting.splice(0)) go()
    })
    /** The batch that was sent as the so manieth. */
    async function nth(count: number): Promise<{ sent: Sent; batch: OpenBatch }> {
      for (;;) {
        const found = batches[count - 1]
        if (found) return found
        await new Promise<void>((go) => waiting.push(go))
      }
    }
    return { ...made, batches, stops, nth }
  }

  it('go as one batch of their rows, with the token, a key for each, and what they have in common once', async () => {
    const seen: Sent[] = []
    const { runner } = make((sent, answer) => {
      seen.push(sent)
      void playBatch(sent, answer.batch(), async ({ row_id }) => rowEnds(row_id, row_id))
    })
    runner.limit(30)
    const runs = collectAll(runner, grouped(25))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    expect(textsOf(runs)).toEqual(runs.map((_run, index) => `run r${index}`))
    const [sent] = seen
    expect(seen).toHaveLength(1)
    expect(sent?.url).toBe('https://s.test/services/completion/batch?project_id=p')
    expect(sent?.headers.get('authorization')).toBe('Bearer secret')
    expect(sent?.headers.get('x-host')).toBe('h')
    expect([sent?.headers.get('x-vitrine-run'), sent?.headers.get('x-vitrine-row')]).toEqual(['run', null])
    expect(sent?.headers.get('x-vitrine-deadline-ms')).toBe('1000')
    const { rows, ...body } = batchIn(sent ?? { url: '', headers: new Headers(), body: '', signal: undefined })
    expect(body).toEqual({
      ag_config: { prompt: { messages: [], llm_config: { model: 'demo/echo' } } },
      concurrency: 25,
      text_deltas: true,
      wire_in_events: true,
    })
    expect(rows[3]).toEqual({ row_id: 'run r3', inputs: { ['__proto__']: 'inert' }, idempotency_key: 'run r3' })
    expect(sent?.body).toContain('"__proto__":"inert"')
    expect(sent?.body).not.toContain('group')
    runner.dispose()
  })

  it('carry the conversation of each row and the key that they were given', async () => {
    const { runner, nth } = byHand()
    const turn = (each: RunnerRequest, index: number): RunnerRequest => {
      const messages = [{ role: 'user' as const, content: `turn ${index}` }]
      return { ...each, mode: 'chat', body: { ...each.body, messages }, options: { ...each.options, idempotencyKey: `key ${index}` } }
    }
    const runs = grouped(21).map(turn)
    const collected = collectAll(runner, runs)
    const { sent, batch } = await nth(1)
    expect(sent.url).toContain('/chat/batch')
    expect(batchIn(sent)).not.toHaveProperty('messages')
    expect(batchIn(sent).rows[20]).toMatchObject({ messages: [{ role: 'user', content: 'turn 20' }], idempotency_key: 'key 20' })
    batch.say(...idsIn(sent).flatMap((id) => wholeRow(id)), batchEnds(21))
    expect(new Set(await codesOf(collected))).toEqual(new Set(['ok']))
    runner.dispose()
  })

  it('are told what is said of their row, pieces of text too, from when it begins', async () => {
    const { runner, nth } = byHand()
    const steps: RunStep['event']['type'][] = []
    const [first, ...others] = grouped(21)
    const outcome = first ? runner.run(first, (news) => steps.push(...news.map(({ event }) => event.type))) : null
    const rest = collectAll(runner, others)
    const { sent, batch } = await nth(1)
    const [id = '', ...ids] = idsIn(sent)
    batch.say(...ids.flatMap((other) => wholeRow(other)))
    expect(new Set(await codesOf(rest))).toEqual(new Set(['ok']))
    expect(steps).toEqual([])
    batch.say(...wholeRow(id, 'Hello'), batchEnds(21))
    expect(await outcome).toEqual({ ok: true })
    expect(steps).toEqual(['sent', 'response-start', 'part-start', 'part-delta', 'result'])
    runner.dispose()
  })

  it('fail alone', async () => {
    const { runner, nth } = byHand()
    const runs = collectAll(runner, grouped(21))
    const { sent, batch } = await nth(1)
    const [id = '', ...ids] = idsIn(sent)
    batch.say(rowBegins(id), { type: 'row-error', rowId: id, error: { code: 'missing_variables', message: 'm' } })
    batch.say(...ids.flatMap((other) => wholeRow(other)), batchEnds(21))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    expect(runs.map(({ events }) => events.at(-1)?.type)).toEqual(['error', ...ids.map(() => 'result')])
    runner.dispose()
  })

  it('go one by one where they are no more than twenty', async () => {
    const urls: string[] = []
    const { runner } = make((sent, answer) => {
      urls.push(sent.url)
      answer.events(...sampleStream('x'))
    })
    expect(new Set(await codesOf(collectAll(runner, grouped(20))))).toEqual(new Set(['ok']))
    expect(new Set(urls)).toEqual(new Set(['https://s.test/services/completion/test?project_id=p']))
    runner.dispose()
  })

  it('go one by one where they are handed over one by one', async () => {
    const urls: string[] = []
    const { runner } = make((sent, answer) => {
      urls.push(sent.url)
      answer.events(...sampleStream('x'))
    })
    runner.limit(8)
    const rest = grouped(40).toReversed()
    const work = async (): Promise<void> => {
      for (let next = rest.pop(); next !== undefined; next = rest.pop()) await collect(runner, next).outcome
    }
    await Promise.all(Array.from({ length: 8 }, work))
    expect(urls).toHaveLength(40)
    expect(urls.filter((url) => url.includes('/batch'))).toEqual([])
    runner.dispose()
  })

  it('may be of the same row several times', async () => {
    const { runner, nth } = byHand()
    const requests = Array.from({ length: 30 }, (_run, index) => request('r', `repetition ${index}`, { group: 'g' }))
    const runs = collectAll(runner, requests)
    const { sent, batch } = await nth(1)
    expect(new Set(idsIn(sent)).size).toBe(30)
    batch.say(...idsIn(sent).flatMap((id) => wholeRow(id)), batchEnds(30))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    expect(textsOf(runs)).toEqual(requests.map(({ options }) => `${options.runId} r`))
    runner.dispose()
  })

  it('may have ids that are longer than the name of a row may be', async () => {
    const { runner, nth } = byHand()
    const requests = Array.from({ length: 21 }, (_run, index) => request(`${'x'.repeat(300)} ${index}`, 'run', { group: 'g' }))
    const runs = collectAll(runner, requests)
    const { sent, batch } = await nth(1)
    expect(Math.max(...idsIn(sent).map(({ length }) => length))).toBeLessThanOrEqual(128)
    expect(batchIn(sent).rows.every(({ idempotency_key: key }) => key === undefined)).toBe(true)
    batch.say(...idsIn(sent).flatMap((id) => wholeRow(id)), batchEnds(21))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    runner.dispose()
  })

  it('run as many at a time as they may, over few connections, in their order', async () => {
    let [open, most, connections, mostConnections] = [0, 0, 0, 0]
    const order: string[] = []
    const { runner } = make((sent, answer) => {
      mostConnections = Math.max(mostConnections, ++connections)
      const played = playBatch(sent, answer.batch(), async ({ row_id }) => {
        order.push(row_id)
        most = Math.max(most, ++open)
        await new Promise((resolve) => setTimeout(resolve, order.length % 7))
        open--
        return rowEnds(row_id, row_id)
      })
      void played.then(() => connections--)
    })
    runner.limit(8)
    const runs = collectAll(runner, grouped(400))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    expect(textsOf(runs)).toEqual(runs.map((_run, index) => `run r${index}`))
    expect(most).toBe(8)
    expect(mostConnections).toBeLessThanOrEqual(4)
    expect(new Set(order).size).toBe(400)
    expect(order.slice(0, 8)).toEqual(runs.slice(0, 8).map((_run, index) => `run r${index}`))
    runner.dispose()
  })

  it('share places with those of other groups', async () => {
    const { runner, batches, nth } = byHand()
    runner.limit(8)
    collectAll(runner, grouped(50, { group: 'A' }, 'A'))
    collectAll(runner, grouped(50, { group: 'B' }, 'B'))
    await nth(2)
    expect(batches.map(({ sent }) => batchIn(sent).concurrency)).toEqual([4, 4])
    expect(batches.map(({ sent }) => new Set(idsIn(sent).map((id) => id.slice(0, 1))))).toEqual([new Set(['A']), new Set(['B'])])
    runner.dispose()
  })

  it('take places that a new limit gives at once', async () => {
    const { runner, nth } = byHand()
    runner.limit(4)
    collectAll(runner, grouped(200))
    expect(batchIn((await nth(1)).sent).concurrency).toBe(4)
    runner.limit(12)
    const second = await nth(2)
    expect(batchIn(second.sent).concurrency).toBe(8)
    runner.dispose()
  })

  it('take no more places than a lower limit leaves, from the next batch on', async () => {
    const { runner, batches, nth } = byHand()
    runner.limit(10)
    const runs = collectAll(runner, grouped(150))
    const first = await nth(1)
    const ids = idsIn(first.sent)
    expect(ids).toHaveLength(100)
    runner.limit(3)
    first.batch.say(...ids.slice(0, -3).flatMap((id) => wholeRow(id)))
    await Promise.all(runs.slice(0, 97).map(({ outcome }) => outcome))
    expect(batches).toHaveLength(1)
    first.batch.say(...ids.slice(-3).flatMap((id) => wholeRow(id)), batchEnds(100))
    expect(batchIn((await nth(2)).sent).concurrency).toBe(3)
    runner.dispose()
  })

  it('keep what ended where the connection breaks, and go on with the rest under the same keys', async () => {
    const { runner, nth } = byHand()
    const runs = collectAll(runner, grouped(30))
    const first = await nth(1)
    const ids = idsIn(first.sent)
    const [done, running] = [ids.slice(0, 10), ids.slice(10, 15)]
    first.batch.say(...done.flatMap((id) => wholeRow(id)), ...running.flatMap((id) => [rowBegins(id), rowSays(id, 'Half')].flat()))
    await Promise.all(runs.slice(0, 10).map(({ outcome }) => outcome))
    first.batch.cut()
    const second = await nth(2)
    expect(idsIn(second.sent)).toEqual(ids.slice(10))
    const keysOf = (sent: Sent) => new Map(batchIn(sent).rows.map(({ row_id, idempotency_key: key }) => [row_id, key]))
    for (const [id, key] of keysOf(second.sent)) expect([id, key]).toEqual([id, keysOf(first.sent).get(id)])
    second.batch.say(...idsIn(second.sent).flatMap((id) => wholeRow(id)), batchEnds(20))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    expect(textsOf(runs)).toEqual(ids)
    runner.dispose()
  })

  it('are sent once more, and say so, where they had begun', async () => {
    const { runner, nth } = byHand()
    const steps: RunStep['event']['type'][] = []
    const [first, ...others] = grouped(21)
    const outcome = first ? runner.run(first, (news) => steps.push(...news.map(({ event }) => event.type))) : null
    collectAll(runner, others)
    const one = await nth(1)
    const [id = ''] = idsIn(one.sent)
    one.batch.say(rowBegins(id), ...rowSays(id, 'Half'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    one.batch.cut()
    ;(await nth(2)).batch.say(...wholeRow(id))
    expect(await outcome).toEqual({ ok: true })
    expect(steps.filter((type) => type === 'sent')).toHaveLength(2)
    expect(steps.at(-1)).toBe('result')
    runner.dispose()
  })

  it('go on where the service ends the batch before all of them had begun', async () => {
    const { runner, nth } = byHand()
    const runs = collectAll(runner, grouped(25))
    const first = await nth(1)
    const ids = idsIn(first.sent)
    first.batch.say(...ids.slice(0, 5).flatMap((id) => wholeRow(id)), batchEnds(25, ids.slice(5)))
    const second = await nth(2)
    expect(idsIn(second.sent)).toEqual(ids.slice(5))
    second.batch.say(...ids.slice(5).flatMap((id) => wholeRow(id)), batchEnds(20))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    runner.dispose()
  })

  it('wait where the service still runs them for the connection that broke', async () => {
    const { runner, nth } = byHand()
    const runs = collectAll(runner, grouped(21))
    const first = await nth(1)
    const [id = '', ...ids] = idsIn(first.sent)
    const inFlight = { type: 'row-error', rowId: id, error: { code: 'idempotency_in_flight', message: 'm' } } as const
    first.batch.say(...ids.flatMap((other) => wholeRow(other)), rowBegins(id), inFlight, batchEnds(21))
    const second = await nth(2)
    expect(idsIn(second.sent)).toEqual([id])
    second.batch.say(...wholeRow(id), batchEnds(1))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    expect(runs[0]?.events.map(({ type }) => type)).not.toContain('error')
    runner.dispose()
  })

  it('run again where the word to stop an earlier run of theirs came late', async () => {
    const { runner, nth } = byHand()
    const runs = collectAll(runner, grouped(21))
    const first = await nth(1)
    const [id = '', ...ids] = idsIn(first.sent)
    const cancelled = { type: 'row-error', rowId: id, error: { code: 'cancelled', message: 'm' } } as const
    first.batch.say(...ids.flatMap((other) => wholeRow(other)), rowBegins(id), cancelled, batchEnds(21))
    const second = await nth(2)
    expect(idsIn(second.sent)).toEqual([id])
    second.batch.say(...wholeRow(id), batchEnds(1))
    expect(new Set(await codesOf(runs))).toEqual(new Set(['ok']))
    runner.dispose()
  })

  it('end as interrupted where every connection breaks, after a few attempts', async () => {
    const { runner, batches, nth } = byHand()
    const runs = collectAll(runner, grouped(21))
    for (let count = 1; count <= 7; count++) (await nth(count)).batch.cut()
    expect(new Set(await codesOf(runs))).toEqual(new Set(['interrupted']))
    expect(await runs[0]?.outcome).toMatchObject({ failure: { meta: { attempts: 7 } } })
    expect(batches).toHaveLength(7)
    runner.dispose()
  })

  it('all end as unreachable where the service is, after a few attempts, and not batch by batch', async () => {
    let asked = 0
    const { runner } = make((_sent, answer) => {
      asked++
      answer.fail()
    })
    runner.limit(2)
    expect(new Set(await codesOf(collectAll(runner, grouped(200))))).toEqual(new Set(['unreachable']))
    expect(asked).toBe(3)
    runner.dispose()
  })

  it.each([401, 413, 422, 429, 503])('each end as their batch was refused (%i)', async (status) => {
    let asked = 0
    const { runner } = make((_sent, answer) => {
      asked++
      answer.refuse(status, { detail: { code: 'internal', message: 'No.' } }, { 'retry-after': '1' })
    })
    const runs = collectAll(runner, grouped(25))
    const outcomes = await Promise.all(runs.map(({ outcome }) => outcome))
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, failure: { status, message: 'No.', retryAfterMs: 1000 } })
    expect(runs.flatMap(({ events }) => events)).toEqual([])
    expect(asked).toBe(1)
    runner.dispose()
  })

  it('are asked for again together, before those that wait, when the token was refused', async () => {
    const tokens: (string | null)[] = []
    const rows: (readonly string[])[] = []
    const { runner } = make((sent, answer) => {
      tokens.push(sent.headers.get('authorization'))
      rows.push(idsIn(sent))
      if (tokens.length === 1) answer.refuse(401, { detail: { code: 'token_expired', message: 'm' } })
      else void playBatch(sent, answer.batch(), async ({ row_id }) => rowEnds(row_id, row_id))
    })
    runner.limit(5)
    const runs = grouped(300).map(async (each) => {
      const first = await runner.run(each, () => undefined)
      if (first.ok || first.failure.status !== 401) return first
      return runner.run({ ...each, token: 'renewed' }, () => undefined)
    })
    expect((await Promise.all(runs)).every(({ ok }) => ok)).toBe(true)
    expect(tokens[0]).toBe('Bearer secret')
    expect(new Set(tokens.slice(1))).toEqual(new Set(['Bearer renewed']))
    expect(rows[1]?.slice(0, 20)).toEqual(rows[0]?.slice(0, 20))
    runner.dispose()
  })

  it('that are cancelled before they were handed on are never sent, and those that run are stopped and heard of no more', async () => {
    const { runner, stops, nth } = byHand()
    runner.limit(2)
    const runs = collectAll(runner, grouped(60))
    const first = await nth(1)
    const ids = idsIn(first.sent)
    first.batch.say(rowBegins('run r0'), rowBegins('run r1'))
    await runs[0]?.sent
    runner.cancel('run', 'r0')
    runner.cancel('run', 'r59')
    expect(await runs[0]?.outcome).toMatchObject({ failure: { code: 'cancelled' } })
    while (stops.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    first.batch.say(...ids.flatMap((id) => wholeRow(id)), batchEnds(ids.length))
    const rest: string[] = []
    for (let count = 2; ids.length + rest.length < 59; count++) {
      const { sent, batch } = await nth(count)
      rest.push(...idsIn(sent))
      batch.say(...idsIn(sent).flatMap((id) => wholeRow(id)), batchEnds(idsIn(sent).length))
    }
    expect(rest).not.toContain('run r59')
    const codes = await codesOf(runs)
    expect(codes.filter((code) => code === 'cancelled')).toHaveLength(2)
    expect(runs[0]?.events).toEqual([])
    expect(first.sent.signal?.aborted).toBe(false)
    expect(stops).toEqual([{ run_id: 'run', row_ids: ['run r0'] }])
    runner.dispose()
  })

  it('leave their places to others when they were stopped', async () => {
    const { runner, stops, nth } = byHand()
    runner.limit(10)
    const runs = collectAll(runner, grouped(30))
    const others = collectAll(runner, grouped(30, { group: 'other' }, 'other'))
    const first = await nth(1)
    const second = await nth(2)
    expect([first, second].map(({ sent }) => batchIn(sent).concurrency)).toEqual([5, 5])
    // Before the service has answered, it knows nothing of them.
    runner.cancel('run', 'r7')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(stops).toEqual([])
    first.batch.say(rowBegins('run r0'), rowBegins('run r1'))
    await runs[1]?.sent
    for (const { options } of grouped(30).slice(2)) runner.cancel('run', options.rowId)
    while (stops.flatMap(({ row_ids }) => row_ids).length < idsIn(first.sent).length - 2)
      await new Promise((resolve) => setTimeout(resolve, 1))
    const third = await nth(3)
    expect(batchIn(third.sent).concurrency).toBe(3)
    for (const { sent, batch } of [first, second, third])
      batch.say(...idsIn(sent).flatMap((id) => wholeRow(id)), batchEnds(idsIn(sent).length))
    expect((await codesOf(runs)).filter((code) => code === 'cancelled')).toHaveLength(28)
    expect(await codesOf(others.slice(0, idsIn(second.sent).length))).not.toContain('cancelled')
    runner.dispose()
  })

  it('let go of the connection when all of them are cancelled', async () => {
    const { runner, batches, stops, nth } = byHand()
    runner.limit(5)
    const runs = collectAll(runner, grouped(500))
    const { sent, batch } = await nth(1)
    batch.say(rowBegins('run r0'))
    await runs[0]?.sent
    const gone = new Promise<void>((resolve) => sent.signal?.addEventListener('abort', () => resolve()))
    for (const { options } of grouped(500).toReversed()) runner.cancel(options.runId, options.rowId)
    expect(new Set(await codesOf(runs))).toEqual(new Set(['cancelled']))
    await gone
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([batches.length, stops]).toEqual([1, []])
    runner.dispose()
  })

  it('can run again under the same name after they were cancelled', async () => {
    const { runner, nth } = byHand()
    const first = collectAll(runner, grouped(21))
    const one = await nth(1)
    for (const { options } of grouped(21)) runner.cancel(options.runId, options.rowId)
    expect(new Set(await codesOf(first))).toEqual(new Set(['cancelled']))
    const second = collectAll(runner, grouped(21))
    const two = await nth(2)
    one.batch.say(...idsIn(one.sent).flatMap((id) => wholeRow(id, 'first')))
    two.batch.say(...idsIn(two.sent).flatMap((id) => wholeRow(id, 'second')), batchEnds(21))
    expect(new Set(await codesOf(second))).toEqual(new Set(['ok']))
    expect(new Set(textsOf(second))).toEqual(new Set(['second']))
    runner.dispose()
  })

  it('are given up alone where one never ends', async () => {
    const { runner, realm, nth } = byHand()
    const runs = collectAll(runner, grouped(21))
    const { sent, batch } = await nth(1)
    const [id = '', ...ids] = idsIn(sent)
    batch.say(...ids.flatMap((other) => wholeRow(other)), rowBegins(id))
    await runs[0]?.sent
    realm.advance(6000)
    expect(await runs[0]?.outcome).toMatchObject({ failure: { code: 'deadline_exceeded' } })
    expect(new Set(await codesOf(runs.slice(1)))).toEqual(new Set(['ok']))
    runner.dispose()
  })

  it('all end when the runner is disposed of, and leave no timer', async () => {
    const { runner, realm, nth } = byHand()
    const runs = collectAll(runner, grouped(100))
    const { batch, sent } = await nth(1)
    batch.say(rowBegins('run r0'))
    await runs[0]?.sent
    runner.dispose()
    expect(new Set(await codesOf(runs))).toEqual(new Set(['cancelled']))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(realm.pending()).toBe(0)
    expect(_ === 'in a worker' || sent.signal?.aborted).toBe(true)
  })
})
