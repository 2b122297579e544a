import {
  type FakeReply,
  RESET,
  SILENCE,
  chatBeginning,
  chatCompletion,
  chatFailure,
  chatStream,
  htmlReply,
  seededRandom,
} from '@vitrine/testkit'
import type { Transport } from '@vitrine/client'
import type { StreamEvent } from '@vitrine/contracts'
import { createInlineRunner } from '@vitrine/playground/inline-runner'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ASKING, numberIn } from './batch-calls.ts'
import { PROJECT, bearer } from './calls.ts'
import { spawnService } from './spawned-service.ts'
import { serviceOverFake } from './service-over-fake.ts'

const on = serviceOverFake({ VITRINE_CONCURRENCY: '100' })

const fetchFromService: Transport['fetch'] = (url, init) => fetch(url, init)

function runnerOver(fetchIt: Transport['fetch'] = fetchFromService) {
  return createInlineRunner({
    transport: { fetch: fetchIt, isOnline: () => true },
    setTimer(work, ms) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
}

const requestOf = (at: number, runId: string, url: string) => ({
  prefix: `${url}/services`,
  projectId: PROJECT,
  mode: 'completion' as const,
  body: { ag_config: { prompt: { ...ASKING, messages: [{ role: 'user' as const, content: 'Say {{n}}.' }] } }, inputs: { n: String(at) } },
  token: bearer().replace('Bearer ', ''),
  headers: {},
  options: { runId, rowId: `row ${at}`, group: runId },
})

interface Told {
  readonly ends: string[]
  readonly sent: () => number
  readonly outcome: Promise<string>
}

/** Hands all of them over at once, as a page does. */
function start(
  runner: ReturnType<typeof runnerOver>,
  count: number,
  runId: string,
  { url = on.service.url, onEnd = () => undefined }: { readonly url?: string; readonly onEnd?: () => unknown } = {},
): readonly Told[] {
  return Array.from({ length: count }, (_, at) => {
    const ends: string[] = []
    let sent = 0
    const end = (text: string): void => {
      ends.push(text)
      onEnd()
    }
    const hear = (event: StreamEvent | { readonly type: 'sent' }): void => {
      if (event.type === 'sent') sent++
      else if (event.type === 'result') end(event.response.message.content ?? '')
      else if (event.type === 'error') end(event.error.code)
    }
    const outcome = runner.run(requestOf(at, runId, url), (steps) => {
      for (const { event } of steps) hear(event)
    })
    return { ends, sent: () => sent, outcome: outcome.then((ended) => (ended.ok ? 'ok' : ended.failure.code)) }
  })
}
const outcomesOf = (runs: readonly Told[]): Promise<readonly string[]> => Promise.all(runs.map(({ outcome }) => outcome))

const untilAsked = async (count: number): Promise<void> => {
  while (on.provider.requests.length < count) await sleep(5)
}

describe('a thousand runs of a group, three in ten of whose calls fail', () => {
  const FAULTS: readonly (() => FakeReply)[] = [
    () => chatFailure(500, { message: 'Broken.' }, { 'retry-after-ms': '1' }),
    () => chatFailure(429, { message: 'Slow down.', code: 'rate_limit_exceeded' }, { 'retry-after-ms': '5' }),
    () => chatFailure(400, { message: 'No.' }),
    () => RESET,
    () => htmlReply(),
    () => chatBeginning('half', [], { end: 'reset' }),
  ]

  it('end each once, in an answer of their own or a named failure, over few requests', async () => {
    const random = seededRandom(20_261_121)
    const before = on.provider.requests.length
    const whole = new Map<string, number>()
    on.provider.respond(({ text }) => {
      const number = numberIn(text)
      const fault = random() < 0.3 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined
      if (fault !== undefined) return fault()
      whole.set(number, (whole.get(number) ?? 0) + 1)
      return chatStream(`It is ${number}.`, { delayMs: Math.floor(random() * 5) })
    })
    let asked = 0
    const runner = runnerOver((url, init) => {
      asked++
      return fetchFromService(url, init)
    })
    runner.limit(50)
    const runs = start(runner, 1000, 'storm')
    expect(new Set(await outcomesOf(runs))).toEqual(new Set(['ok']))
    expect(runs.filter(({ ends, sent }) => ends.length !== 1 || sent() !== 1)).toEqual([])
    const answered = runs.flatMap(({ ends: [end = ''] }, at) => (end.startsWith('It is') ? [[String(at), end] as const] : []))
    for (const [at, end] of answered) expect(end).toBe(`It is ${at}.`)
    expect(new Set(runs.map(({ ends: [end = ''] }) => end).filter((end) => !end.startsWith('It is')))).toEqual(
      new Set(['provider_error', 'provider_rate_limited']),
    )
    // The provider's own count: each whole answer is the end of one run, and no run had two.
    expect([...whole.keys()].toSorted()).toEqual(answered.map(([at]) => at).toSorted())
    expect(Math.max(...whole.values())).toBe(1)
    expect(answered.length).toBeGreaterThan(700)
    expect(on.provider.requests.length - before).toBeGreaterThanOrEqual(1000)
    expect(asked).toBeLessThan(40)
    runner.dispose()
  })
})

describe('a connection that breaks in the middle of a group', () => {
  it('loses nothing and doubles nothing: what was answered stays, what ran is run again', async () => {
    const before = on.provider.requests.length
    const cut = new AbortController()
    const late = Promise.withResolvers<void>()
    on.provider.respond(async ({ text }, count) => {
      // Those that run when the connection breaks were not answered yet.
      if (count - before > 100 && !cut.signal.aborted) return SILENCE
      return chatCompletion(`It is ${numberIn(text)}.`)
    })
    let asked = 0
    const runner = runnerOver((url, init) => {
      const signals = [cut.signal, ...(init.signal ? [init.signal] : [])]
      return fetchFromService(url, ++asked === 1 ? { ...init, signal: AbortSignal.any(signals) } : init)
    })
    runner.limit(20)
    let ended = 0
    const runs = start(runner, 300, 'cut', { onEnd: () => ++ended === 100 && late.resolve() })
    await late.promise
    await untilAsked(before + 120)
    cut.abort()
    expect(new Set(await outcomesOf(runs))).toEqual(new Set(['ok']))
    expect(runs.map(({ ends }) => ends)).toEqual(runs.map((_run, at) => [`It is ${at}.`]))
    expect(runs.filter(({ sent }) => sent() === 2)).toHaveLength(20)
    while (on.provider.ledger.open > 0) await sleep(5)
    const asks = on.provider.requests.slice(before)
    const answered = asks.filter(({ abortedMs }) => abortedMs === null).map(({ text }) => Number(numberIn(text)))
    expect(answered.toSorted((a, b) => a - b)).toEqual([...runs.keys()])
    expect(asks.length - answered.length).toBe(20)
    runner.dispose()
  })
})

describe('a service that is killed and started again while a group runs', () => {
  it('is waited for, and every run ends once', async () => {
    const first = await spawnService({ OPENAI_API_KEY: 'sk-test-key-0123456789', OPENAI_BASE_URL: on.provider.baseUrl })
    const before = on.provider.requests.length
    let isKilled = false
    let failed = 0
    const away = Promise.withResolvers<void>()
    const restarted = Promise.withResolvers<void>()
    on.provider.respond(({ text }, count) => (count - before > 50 && !isKilled ? SILENCE : chatCompletion(`It is ${numberIn(text)}.`)))
    const runner = runnerOver(async (url, init) => {
      // Nobody is there at first; how long it stays so is not what is tested.
      if (isKilled && ++failed > 2) {
        away.resolve()
        await restarted.promise
      }
      return fetchFromService(url, init)
    })
    runner.limit(10)
    let ended = 0
    const all = Promise.withResolvers<void>()
    const runs = start(runner, 150, 'killed', { url: first.url, onEnd: () => ++ended === 50 && all.resolve() })
    await all.promise
    await untilAsked(before + 60)
    first.child.kill('SIGKILL')
    await first.exited
    isKilled = true
    await away.promise
    const second = await spawnService({
      OPENAI_API_KEY: 'sk-test-key-0123456789',
      OPENAI_BASE_URL: on.provider.baseUrl,
      PORT: new URL(first.url).port,
    })
    restarted.resolve()
    expect(new Set(await outcomesOf(runs))).toEqual(new Set(['ok']))
    expect(runs.map(({ ends }) => ends)).toEqual(runs.map((_run, at) => [`It is ${at}.`]))
    const answered = on.provider.requests.slice(before).filter(({ abortedMs }) => abortedMs === null)
    expect(answered.map(({ text }) => Number(numberIn(text))).toSorted((a, b) => a - b)).toEqual([...runs.keys()])
    runner.dispose()
    await second.stop()
  })
})

describe('stopping', () => {
  it('of every run of a group ends the calls to the provider', async () => {
    const before = on.provider.requests.length
    on.provider.respond(() => SILENCE)
    const runner = runnerOver()
    runner.limit(20)
    const runs = start(runner, 200, 'stopped')
    await untilAsked(before + 20)
    const stoppedMs = performance.now()
    for (const at of runs.keys()) runner.cancel('stopped', `row ${at}`)
    await Promise.all(on.provider.requests.slice(before).map(({ closed }) => closed))
    expect(performance.now() - stoppedMs).toBeLessThan(250)
    expect(new Set(await outcomesOf(runs))).toEqual(new Set(['cancelled']))
    expect(on.provider.requests.length - before).toBe(20)
    runner.dispose()
  })

  it('of one run ends its call and leaves the others alone, and one that had not begun never does', async () => {
    const before = on.provider.requests.length
    const gate = Promise.withResolvers<void>()
    on.provider.respond(async ({ text }) => {
      if (numberIn(text) === '3') return SILENCE
      await gate.promise
      return chatCompletion(`It is ${numberIn(text)}.`)
    })
    const runner = runnerOver()
    runner.limit(20)
    const runs = start(runner, 60, 'single')
    await untilAsked(before + 20)
    const stoppedMs = performance.now()
    runner.cancel('single', 'row 3')
    runner.cancel('single', 'row 50')
    await on.provider.requests.slice(before).find(({ text }) => numberIn(text) === '3')?.closed
    expect(performance.now() - stoppedMs).toBeLessThan(250)
    gate.resolve()
    const outcomes = await outcomesOf(runs)
    expect(outcomes.flatMap((outcome, at) => (outcome === 'ok' ? [] : [`${at} ${outcome}`]))).toEqual(['3 cancelled', '50 cancelled'])
    expect(on.provider.requests.slice(before).map(({ text }) => numberIn(text))).not.toContain('50')
    expect(runs[3]?.ends).toEqual([])
    runner.dispose()
  })
})
