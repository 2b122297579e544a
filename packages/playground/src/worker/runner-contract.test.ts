import type { StreamEvent } from '@vitrine/contracts'
import { expose } from 'comlink'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeRealm } from '../execution/fake-realm.ts'
import { sampleStream } from '../execution/sample-answer.ts'
import { type Play, playedService } from './played-service.ts'
import { createInlineRunner } from './inline-runner.ts'
import type { RunOutcome, Runner, RunnerRequest } from './protocol.ts'
import { createWorkerApi } from './worker-api.ts'
import { createWorkerRunner } from './worker-runner.ts'

const request = (rowId: string, runId = 'run'): RunnerRequest => ({
  prefix: 'https://s.test/services',
  projectId: 'p',
  mode: 'completion',
  body: { ag_config: { prompt: { messages: [], llm_config: { model: 'demo/echo' } } }, inputs: { ['__proto__']: 'inert' } },
  token: 'secret',
  headers: { 'x-host': 'h' },
  options: { runId, rowId, deadlineMs: 1000 },
})

const closings: (() => void)[] = []
afterEach(() => {
  for (const close of closings.splice(0)) close()
})

const realTimer = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** Both ways of carrying out runs, over the same played service. */
const makers = {
  'on the page': (play: Play, realm = createFakeRealm()) => ({
    realm,
    runner: createInlineRunner({ transport: { fetch: playedService(play), isOnline: () => true }, setTimer: realm.setTimer }),
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
      setTimer: realTimer,
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
