import { expose } from 'comlink'
import { describe, expect, it } from 'vitest'
import type { FallbackReason } from '../events.ts'
import { createFakeRealm, settled } from '../execution/fake-realm.ts'
import { sampleStream } from '../execution/sample-answer.ts'
import { type Started, createRunner } from './create-runner.ts'
import { createInlineRunner } from './inline-runner.ts'
import { playedService } from './played-service.ts'
import type { RunStep, RunnerRequest, WorkerApi } from './protocol.ts'
import { type WorkerRunner, createWorkerRunner } from './worker-runner.ts'

const request = (rowId = 'r'): RunnerRequest => ({
  prefix: 'https://s.test/services',
  projectId: 'p',
  mode: 'completion',
  body: { ag_config: { prompt: { messages: [], llm_config: { model: 'm' } } }, inputs: {} },
  token: null,
  headers: {},
  options: { runId: 'run', rowId },
})

/** A worker that a test starts, and that answers with one word. */
function fakeWorker() {
  const started = Promise.withResolvers<FallbackReason | null>()
  const log: string[] = []
  const runner: WorkerRunner = {
    started: started.promise,
    run: async (_request, onSteps) => {
      log.push('run')
      onSteps([{ event: { type: 'part-delta', index: 0, delta: 'from the worker' }, agoMs: 0 }])
      return { ok: true }
    },
    limit: (count) => void log.push(`limit ${count}`),
    cancel: () => void log.push('cancel'),
    dispose: () => void log.push('dispose'),
  }
  return { runner, log, start: (reason: FallbackReason | null) => started.resolve(reason) }
}

function setUp(
  startWorker: (onLost: (reason: FallbackReason) => void) => Started,
  mode?: 'auto' | 'worker' | 'inline',
  loadInline = async () => createInlineRunner,
) {
  const realm = createFakeRealm()
  const reasons: FallbackReason[] = []
  let pageRuns = 0
  const fetch = playedService((_sent, answer) => {
    pageRuns++
    answer.events(...sampleStream('from the page'))
  })
  const runner = createRunner({
    ...(mode ? { mode } : {}),
    startWorker,
    transport: { fetch, isOnline: () => true },
    setTimer: realm.setTimer,
    onFallback: (reason) => reasons.push(reason),
    loadInline,
  })
  const steps: RunStep[] = []
  const run = (rowId?: string) => runner.run(request(rowId), (news) => steps.push(...news))
  const text = () => steps.map(({ event }) => (event.type === 'part-delta' ? event.delta : '')).join('')
  return { runner, realm, reasons, run, text, pageRuns: () => pageRuns }
}

describe('createRunner', () => {
  it('takes the worker once it has started', async () => {
    const worker = fakeWorker()
    const { run, text, reasons, pageRuns } = setUp(() => worker.runner)
    const outcome = run()
    await settled()
    expect(worker.log).toEqual([])
    worker.start(null)
    expect(await outcome).toEqual({ ok: true })
    expect(text()).toBe('from the worker')
    expect(reasons).toEqual([])
    expect(pageRuns()).toBe(0)
  })

  it.each(['csp', 'trusted-types', 'cross-origin', 'load', 'timeout'] as const)(
    'falls back to the page where the worker does not start (%s), and says so once',
    async (reason) => {
      const worker = fakeWorker()
      const { run, text, reasons } = setUp(() => worker.runner)
      worker.start(reason)
      expect(await Promise.all([run('a'), run('b')])).toEqual([{ ok: true }, { ok: true }])
      expect(text()).toBe('from the page'.repeat(2))
      expect(reasons).toEqual([reason])
      expect(worker.log).toEqual(['dispose'])
    },
  )

  it('falls back at once where the page refuses to make a worker', async () => {
    const { run, text, reasons } = setUp(() => 'trusted-types')
    expect(reasons).toEqual(['trusted-types'])
    await run()
    expect(text()).toBe('from the page')
  })

  it('runs later rows on the page when the worker is lost', async () => {
    const worker = fakeWorker()
    const lose: ((reason: FallbackReason) => void)[] = []
    const { run, text, reasons } = setUp((onLost) => {
      lose.push(onLost)
      return worker.runner
    })
    worker.start(null)
    await run()
    lose[0]?.('timeout')
    await run()
    expect(text()).toBe('from the workerfrom the page')
    expect(reasons).toEqual(['timeout'])
  })

  it('holds worker and page to the same limit', async () => {
    const worker = fakeWorker()
    const { runner, run, pageRuns } = setUp(() => worker.runner)
    runner.limit(1)
    expect(worker.log).toEqual(['limit 1'])
    worker.start('load')
    const outcomes = [run('a'), run('b')]
    await settled()
    expect(pageRuns()).toBe(1)
    expect(await Promise.all(outcomes)).toEqual([{ ok: true }, { ok: true }])
    expect(pageRuns()).toBe(2)
  })

  it('does not fall back where it was told not to', async () => {
    const { run, pageRuns, reasons } = setUp(() => 'csp', 'worker')
    expect(await run()).toMatchObject({ ok: false, failure: { code: 'unavailable', meta: { reason: 'csp' } } })
    expect(pageRuns()).toBe(0)
    expect(reasons).toEqual([])
  })

  it('makes no worker where it was told so', async () => {
    const { run, text, reasons } = setUp(() => {
      throw new Error('nobody asked')
    }, 'inline')
    await run()
    expect(text()).toBe('from the page')
    expect(reasons).toEqual([])
  })

  it('ends a run where what runs on the page cannot be loaded', async () => {
    const { run, pageRuns } = setUp(
      () => 'csp',
      'auto',
      () => Promise.reject(new TypeError('Failed to fetch')),
    )
    expect(await run()).toMatchObject({ ok: false, failure: { code: 'unavailable', message: expect.stringContaining('Failed to fetch') } })
    expect(pageRuns()).toBe(0)
  })

  it('cancels and disposes also while the worker starts', async () => {
    const worker = fakeWorker()
    const { runner, run, reasons } = setUp(() => worker.runner)
    const [one, two] = [run('one'), run('two')]
    runner.cancel('run', 'one')
    expect(await one).toMatchObject({ failure: { code: 'cancelled' } })
    runner.dispose()
    expect(await two).toMatchObject({ failure: { code: 'cancelled' } })
    worker.start('load')
    await settled()
    expect(reasons).toEqual([])
    expect(worker.log).not.toContain('run')
  })
})

/** A worker of which only the connection works. */
function mute(ping: () => true | Promise<true>) {
  const { port1, port2 } = new MessageChannel()
  const api: Omit<WorkerApi, 'ping'> & { ping(): unknown } = {
    connect: () => undefined,
    limit: () => undefined,
    start: () => undefined,
    cancel: () => undefined,
    ping,
  }
  expose(api, port2)
  port1.start()
  port2.start()
  const realm = createFakeRealm()
  const lost: FallbackReason[] = []
  let terminated = 0
  const port = {
    endpoint: port1,
    onRefused: () => undefined,
    terminate() {
      terminated++
      port1.close()
      port2.close()
    },
  }
  const runner = createWorkerRunner(port, realm.setTimer, (reason) => lost.push(reason))
  return { runner, realm, lost, terminated: () => terminated }
}

describe('a worker that stops answering', () => {
  it('is given up, and everything that waits for it gets an outcome', async () => {
    const { runner, realm, lost, terminated } = mute(() => new Promise(() => undefined))
    await runner.started
    const outcome = runner.run({ ...request(), options: { runId: 'run', rowId: 'r', deadlineMs: 60_000 } }, () => undefined)
    realm.advance(5000)
    realm.advance(10_000)
    expect(await outcome).toMatchObject({ ok: false, failure: { code: 'interrupted' } })
    expect(lost).toEqual(['timeout'])
    expect(terminated()).toBe(1)
    expect(await runner.run(request(), () => undefined)).toMatchObject({ failure: { code: 'interrupted' } })
  })

  it('is not given up while it answers', async () => {
    let pings = 0
    const answered = Promise.withResolvers<void>()
    const { runner, realm, lost } = mute(() => {
      pings++
      answered.resolve()
      return true
    })
    await runner.started
    void runner.run({ ...request(), options: { runId: 'run', rowId: 'r', deadlineMs: 60_000 } }, () => undefined)
    realm.advance(5000)
    await answered.promise
    // The answer comes in a message of its own.
    await new Promise((resolve) => setTimeout(resolve, 20))
    realm.advance(4000)
    realm.advance(4000)
    expect(pings).toBeGreaterThan(0)
    expect(lost).toEqual([])
    runner.dispose()
    expect(realm.pending()).toBe(0)
  })
})
