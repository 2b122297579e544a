import { type FakeProvider, SILENCE, chatBeginning, chatCompletion, chatStream, startFakeProvider } from '@vitrine/testkit'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SEED_BODY, call, eventsOf, failureOf, resultOf } from './calls.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

const STREAM = { accept: 'text/event-stream' }
const hanging = () => chatBeginning('some text', [], { end: 'hang' })

let provider: FakeProvider
const environment = () => ({ OPENAI_API_KEY: 'sk-test-key-0123456789', OPENAI_BASE_URL: provider.baseUrl })
/** Waits until the provider has been asked so many times. */
async function asked(count: number): Promise<void> {
  while (provider.requests.length < count) await sleep(5)
}

beforeAll(async () => {
  provider = await startFakeProvider()
})
afterAll(() => provider.close())

describe('a caller who leaves', () => {
  let service: SpawnedService
  beforeAll(async () => {
    service = await spawnService(environment())
  })
  afterAll(() => service.stop())

  /** Milliseconds from the caller's leaving to the end of the call to the provider. */
  async function abortedAfter(
    headers: Record<string, string>,
    leave: (response: Promise<Response>, abort: AbortController) => Promise<void>,
  ): Promise<number> {
    const before = provider.requests.length
    const abort = new AbortController()
    const response = call(service.url, SEED_BODY, { headers, signal: abort.signal })
    response.catch(() => {})
    await asked(before + 1)
    await leave(response, abort)
    const leftMs = performance.now()
    const request = provider.requests.at(-1)
    await request?.closed
    expect(request?.abortedMs).not.toBeNull()
    return performance.now() - leftMs
  }

  it('ends the call to the provider while JSON is awaited', async () => {
    provider.enqueue(SILENCE)
    expect(await abortedAfter({}, async (_response, abort) => abort.abort())).toBeLessThan(250)
  })

  it('ends it before the first event of a stream', async () => {
    provider.enqueue(SILENCE)
    expect(await abortedAfter(STREAM, async (_response, abort) => abort.abort())).toBeLessThan(250)
  })

  it('ends it in the middle of a stream', async () => {
    provider.enqueue(hanging())
    const elapsed = await abortedAfter(STREAM, async (response) => {
      const reader = (await response).body?.getReader()
      await reader?.read()
      await reader?.cancel()
    })
    expect(elapsed).toBeLessThan(250)
  })

  it('leaves nothing open behind fifty others', async () => {
    provider.respond(() => hanging())
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const reader = (await call(service.url, SEED_BODY, { headers: STREAM })).body?.getReader()
        await reader?.read()
        await reader?.cancel()
      }),
    )
    // Some may reach the provider only now, on a connection that is given up already.
    provider.respond(() => chatCompletion('still here'))
    expect((await resultOf(call(service.url, SEED_BODY))).data).toBe('still here')
    while (provider.ledger.open > 0) await sleep(5)
    expect(provider.ledger.open).toBe(0)
  })
})

describe('a stream', () => {
  it('gives up at the deadline and keeps what it sent', async () => {
    const service = await spawnService({ ...environment(), VITRINE_DEADLINE_MS: '300' })
    provider.enqueue(hanging())
    const events = await eventsOf(call(service.url, SEED_BODY, { headers: STREAM }))
    await service.stop()
    expect(
      events
        .filter(({ type }) => type === 'part-delta')
        .map(({ data }) => data['delta'])
        .join(''),
    ).toBe('some text')
    expect(events.at(-1)).toMatchObject({ type: 'error', data: { detail: { code: 'deadline_exceeded' } } })
  })

  it('waits its turn where a key has only so many places', async () => {
    const service = await spawnService({ ...environment(), VITRINE_CONCURRENCY: '1' })
    let open = 0
    let most = 0
    provider.respond(async () => {
      most = Math.max(most, ++open)
      await sleep(20)
      open--
      return chatCompletion('x')
    })
    const answers = await Promise.all(Array.from({ length: 17 }, () => call(service.url, SEED_BODY)))
    const beyond = await Promise.all(Array.from({ length: 40 }, () => call(service.url, SEED_BODY)))
    await service.stop()
    expect(most).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 17 }, () => 200))
    const refused = beyond.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.headers.get('retry-after')).toBe('1')
    expect((await failureOf(refused[0] ?? Response.error())).detail.code).toBe('rate_limited')
  })
})

describe('SIGTERM', () => {
  let service: SpawnedService
  beforeEach(async () => {
    service = await spawnService(environment())
  })
  afterEach(() => service.stop())

  it('ends an idle service at once, with code 0', async () => {
    const start = performance.now()
    expect(await service.stop()).toMatchObject({ code: 0 })
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('takes no new runs and finishes those that run', async () => {
    const before = provider.requests.length
    provider.enqueue(chatStream('a whole answer', { split: 'bytes', pauseMs: 1 }), chatCompletion('whole', { delayMs: 600 }))
    const stream = eventsOf(call(service.url, SEED_BODY, { headers: STREAM }))
    const json = resultOf(call(service.url, SEED_BODY))
    await asked(before + 2)
    service.child.kill('SIGTERM')
    await sleep(100)
    const ready = await fetch(`${service.url}/ready`)
    expect(ready.status).toBe(503)
    expect((await fetch(`${service.url}/health`)).status).toBe(200)
    const refused = await failureOf(call(service.url, SEED_BODY))
    expect([refused.status, refused.detail.code, refused.headers.get('retry-after')]).toEqual([503, 'draining', '5'])
    expect((await json).data).toMatch(/whole/)
    expect((await stream).at(-1)?.type).toBe('result')
    expect((await service.exited).code).toBe(0)
  })

  it('also comes as the end of the parent where npm started the service', async () => {
    await service.stop()
    const { spawnUnderParent } = await import('./under-npm.ts')
    const { exitedAfterMs } = await spawnUnderParent(environment())
    expect(exitedAfterMs).toBeLessThan(5000)
  })
})
