import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProviderEvent } from '@vitrine/contracts'
import {
  createLimits,
  createProvider,
  createUndiciTransport,
  openAiChat,
  type LimitsOptions,
  type Provider,
  type Transport,
} from '@vitrine/providers'
import {
  aCall,
  aContext,
  chatFailure,
  chatStream,
  errorOf,
  eventProblems,
  eventsOf,
  runToEnd,
  seededRandom,
  startFakeProvider,
  textOf,
  userMessage,
  type FakeProvider,
} from '@vitrine/testkit'
import { afterEach, expect, it } from 'vitest'
import { ANSWERS, FAULTS, HALF, type Fault } from './fault-storm.data.ts'

const ROWS = 1_000
const AT_ONCE = 40
const SILENCE_MS = 600

interface Row {
  readonly id: string
  readonly events: readonly ProviderEvent[]
  readonly attempts: number
  readonly state: string
}

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

function aProvider(limiting: Partial<LimitsOptions> = {}, silenceMs = SILENCE_MS): Provider {
  const transport: Transport = createUndiciTransport({ connectionsPerOrigin: AT_ONCE, headersMs: silenceMs, bodyMs: silenceMs })
  closing.push(() => transport.close())
  return createProvider({
    dialect: openAiChat,
    transport,
    random: seededRandom(7),
    // What is asked for is waited for; what is drawn only long enough to let others go first.
    sleep: (ms, signal) => sleep(ms <= 10 ? ms : 3, undefined, { signal }),
    limits: createLimits({ clock: () => performance.now(), ...limiting }),
    graceMs: 50,
  })
}

async function runRows(provider: Provider, baseUrl: string, count: number, atOnce = AT_ONCE): Promise<readonly Row[]> {
  const rows: Row[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count) {
      const id = `row-${(next += 1)}`
      let attempts = 0
      const onAttempt = (): void => {
        attempts += 1
      }
      const call = aCall({ baseUrl }, { stream: next % 4 > 0, messages: [userMessage(id)] })
      const events = await runToEnd(provider, call, aContext({ onAttempt }))
      rows.push({ id, events, attempts, state: errorOf(events)?.code ?? 'answered' })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return rows
}

const rowOf = (text: string): string => /row-\d+/.exec(text)?.[0] ?? 'none'

function counted(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

/** Each row once, none lost, each ended once, and as many attempts as the provider has seen requests. */
function expectComplete(rows: readonly Row[], count: number, server: FakeProvider): void {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(count)
  expect(rows).toHaveLength(count)
  expect(rows.flatMap(({ events }) => eventProblems(events))).toEqual([])
  const received = counted(server.requests.map(({ text }) => rowOf(text)))
  expect(rows.filter(({ id, attempts }) => (received[id] ?? 0) !== attempts)).toEqual([])
  expect(Math.max(...rows.map(({ attempts }) => attempts))).toBeLessThanOrEqual(3)
}

it('ends every one of 1,000 rows in a named state where a third of all answers fail in every way', async () => {
  const server = await startFakeProvider()
  closing.push(() => server.close())
  const random = seededRandom(20_261_121)
  /** What each row met last: what it has to end as. */
  const met = new Map<string, Fault | 'answer'>()
  const faults: string[] = []
  server.respond(({ text }) => {
    const id = rowOf(text)
    const fault = random() < 0.3 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined
    met.set(id, fault ?? 'answer')
    if (fault === undefined)
      return (ANSWERS[Math.floor(random() * ANSWERS.length)] ?? chatStream)(`Answer to ${id} 🌍`, Math.floor(random() * 1e6))
    faults.push(fault.name)
    return fault.reply(`Answer to ${id}`)
  })
  const startMs = performance.now()
  const rows = await runRows(aProvider(), server.baseUrl, ROWS)
  const seconds = (performance.now() - startMs) / 1_000
  expectComplete(rows, ROWS, server)
  for (const { id, events, state } of rows) {
    const last = met.get(id)
    const expected = last === 'answer' ? ['answered', `Answer to ${id} 🌍`] : [last?.code, last?.keepsText === true ? HALF : '']
    expect([id, state, textOf(events)]).toEqual([id, ...expected])
  }
  const retries = rows.reduce((sum, { attempts }) => sum + attempts - 1, 0)
  expect(retries).toBe(server.ledger.received - ROWS)
  expect(retries).toBeLessThanOrEqual(20 + ROWS * 0.1)
  expect(retries).toBeGreaterThan(50)
  const { received, completed, broken, aborted, open } = server.ledger
  expect(completed + broken + aborted + open).toBe(received)
  const stopped = rows.filter(({ events }) => errorOf(events)?.meta?.['retry_stopped'] === 'retry_budget').length
  console.log(
    `storm: ${ROWS} rows in ${seconds.toFixed(1)} s; ${received} requests, ${faults.length} faults of ${new Set(faults).size} kinds, ${retries} retries, ${stopped} stopped by the budget;`,
    counted(rows.map(({ state }) => state)),
  )
}, 60_000)

it('does not make a storm of rate limits worse, and answers again once it is over', async () => {
  const server = await startFakeProvider()
  closing.push(() => server.close())
  const RETRY_AFTER_MS = 5
  const seenMs = new Map<string, number>()
  const earlyMs: number[] = []
  server.respond(({ text, atMs }, count) => {
    const before = seenMs.get(rowOf(text))
    if (before !== undefined && atMs - before < RETRY_AFTER_MS - 1) earlyMs.push(atMs - before)
    seenMs.set(rowOf(text), atMs)
    return count <= 600 ? chatFailure(429, { message: 'slow down' }, { 'retry-after-ms': String(RETRY_AFTER_MS) }) : chatStream('Hi')
  })
  const rows = await runRows(aProvider(), server.baseUrl, ROWS)
  expectComplete(rows, ROWS, server)
  const states = counted(rows.map(({ state }) => state))
  expect(Object.keys(states).toSorted()).toEqual(['answered', 'provider_rate_limited'])
  expect(server.ledger.received).toBeLessThanOrEqual(ROWS * 1.1 + 20)
  expect(earlyMs).toEqual([])
  const last = rows.slice(-100)
  expect(last.every(({ state }) => state === 'answered')).toBe(true)
  console.log(
    `429 storm: ${ROWS} rows, ${server.ledger.received} requests, ${rows.flatMap(({ events }) => eventsOf(events, 'retry')).length} retries;`,
    states,
  )
}, 60_000)

async function startUpstream(env: Readonly<Record<string, string>> = {}): Promise<{ readonly child: ChildProcess; readonly port: string }> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'fault-storm-upstream.ts')], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  closing.push(() => child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, port: line.toString('utf8').trim() }
}

it('keeps what had arrived where the provider is killed in mid-stream, leaves it alone, and comes back when it does', async () => {
  const STREAMS = 100
  const { child, port } = await startUpstream()
  const baseUrl = `http://127.0.0.1:${port}/v1`
  let aheadMs = 0
  const provider = aProvider({ clock: () => performance.now() + aheadMs }, 20_000)
  let begun = 0
  let killedMs = 0
  const rows = await Promise.all(
    Array.from({ length: STREAMS }, async (_, position) => {
      const prepared = provider.prepare(aCall({ baseUrl }, { messages: [userMessage(`row-${position}`)] }))
      if (!prepared.ok) throw new Error(prepared.error.message)
      const events: ProviderEvent[] = []
      for await (const event of provider.run(prepared.call, aContext())) {
        events.push(event)
        if (event.type === 'part-start' && (begun += 1) === Math.min(STREAMS, AT_ONCE)) {
          killedMs = performance.now()
          child.kill('SIGKILL')
        }
      }
      return { id: `row-${position}`, events, endedMs: performance.now() }
    }),
  )
  expect(rows.flatMap(({ events }) => eventProblems(events))).toEqual([])
  const states = counted(
    rows.map(({ events }) => (errorOf(events)?.meta?.['interrupted'] === true ? 'interrupted' : (errorOf(events)?.code ?? 'answered'))),
  )
  expect(states['interrupted']).toBe(AT_ONCE)
  expect((states['provider_error'] ?? 0) + (states['provider_circuit_open'] ?? 0)).toBe(STREAMS - AT_ONCE)
  const texts = rows.map(({ id, events }) => [id, textOf(events)] as const).filter(([, text]) => text !== '')
  expect(texts.length).toBeGreaterThanOrEqual(AT_ONCE)
  expect(texts.filter(([id, text]) => text.replace(/\.*$/, '') !== id)).toEqual([])
  const lastMs = Math.max(...rows.map(({ endedMs }) => endedMs)) - killedMs
  const [refused] = await runRows(provider, baseUrl, 1, 1)
  expect(refused?.state).toBe('provider_circuit_open')
  expect(refused?.attempts).toBe(0)
  await startUpstream({ PORT: port, ENDS: 'yes' })
  aheadMs = 30_000
  const after = await runRows(provider, baseUrl, 3, 1)
  expect(after.map(({ state }) => state)).toEqual(['answered', 'answered', 'answered'])
  console.log(`kill: ${STREAMS} calls, ${AT_ONCE} of them streaming; all ended ${Math.round(lastMs)} ms after it;`, states)
}, 60_000)
