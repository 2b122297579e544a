import { createTokenSource } from '@vitrine/client'
import { describe, expect, it } from 'vitest'
import { createBatchRequests } from '../adapters/stateless/batch-requests.ts'
import { type PlaygroundEvent, createEvents } from '../events.ts'
import { createPlaygroundState } from '../state/create-state.ts'
import type { EnhancedPrompt } from '../state/prompt.ts'
import { createFakeRealm, settled } from './fake-realm.ts'
import { createFakeRunner } from './fake-runner.ts'
import { createExecutor } from './run-many.ts'
import { sampleResponse, sampleStart, sampleStream } from './sample-answer.ts'

interface Setup {
  readonly rows?: readonly Record<string, string>[]
  readonly getToken?: () => Promise<string | null>
  readonly headers?: () => HeadersInit
  readonly isDeaf?: boolean
  readonly agoMs?: number
}

function setUp({
  rows = [{ a: '1' }, { a: '2' }, { a: '3' }],
  getToken = async () => 'token',
  headers = () => ({}),
  isDeaf = false,
  agoMs = 0,
}: Setup = {}) {
  const realm = createFakeRealm()
  const runner = createFakeRunner({ isDeaf, agoMs })
  const events = createEvents(realm.report)
  const told: PlaygroundEvent[] = []
  events.subscribe((event) => told.push(event))
  const prompt = { messages: [{ role: 'user', content: 'Say {{a}}' }], llmConfig: { model: 'demo/echo' }, templateFormat: 'curly' } as const
  const state = createPlaygroundState({
    clock: realm.clock,
    ids: realm.ids,
    initial: { v: 1, mode: 'completion', prompt, rows: rows.map((data) => ({ data })) },
  })
  const options = { serviceUrl: 'https://s.test', projectId: 'p', getToken, headers }
  const tokens = createTokenSource(getToken)
  const requestsOf = createBatchRequests({ state, prefix: 'https://s.test/services', randomBytes: realm.randomBytes, options })
  const executor = createExecutor({ state, runner, tokens, realm, events, requestsOf, costBounds: async () => () => 0.01 })
  const ids = () => state.store.get(state.rows.idsAtom)
  const id = (index: number) => ids()[index] ?? 'none'
  return {
    realm,
    runner,
    told,
    state,
    executor,
    ids,
    id,
    cell: (index: number) => state.execution.cellOf(id(index)),
    shown: () => ids().map((rowId) => state.store.get(state.execution.cellStateAtom(rowId))),
    progress: () => state.store.get(state.execution.progressAtom),
    targets: () => state.store.get(state.execution.targetsAtom),
    concurrency: (rowsAtOnce: number) => state.store.set(state.execution.concurrencyAtom, rowsAtOnce),
    answer: async (index: number, text: string) => {
      runner.of(id(index)).say(...sampleStream(text))
      runner.of(id(index)).end()
      await settled()
      realm.frame()
    },
  }
}

describe('running rows', () => {
  it('runs at most so many at a time, in order, and says who is next', async () => {
    const { executor, ids, runner, shown, cell, concurrency, answer } = setUp()
    concurrency(1)
    const batch = executor.executeMany(ids())
    await settled()
    expect(runner.runs).toHaveLength(1)
    expect([cell(1).queuePosition, cell(2).queuePosition]).toEqual([2, 3])
    await answer(0, 'one')
    expect(shown()).toEqual(['done', 'connecting', 'queued'])
    await answer(1, 'two')
    await answer(2, 'three')
    expect(await batch).toMatchObject({ rows: 3, done: 3, failed: 0, stopped: 0 })
    expect(runner.runs.map(({ request }) => request.body.inputs)).toEqual([{ a: '1' }, { a: '2' }, { a: '3' }])
  })

  it('hands rows over ahead, so that the next one need not wait for this page', async () => {
    const { executor, ids, id, runner, shown, concurrency, answer, realm } = setUp({ rows: Array.from({ length: 20 }, () => ({ a: '1' })) })
    concurrency(2)
    void executor.executeMany(ids())
    await settled()
    expect(runner.runs).toHaveLength(2)
    expect(runner.held()).toEqual([])
    runner.of(id(0)).say(sampleStart)
    await settled()
    realm.frame()
    expect(runner.runs).toHaveLength(2)
    expect(runner.held()).toEqual(ids().slice(2, 10))
    expect(shown().slice(0, 4)).toEqual(['connecting', 'connecting', 'queued', 'queued'])
    await answer(0, 'one')
    expect(runner.runs).toHaveLength(3)
    expect(runner.held()).toEqual(ids().slice(3, 11))
    executor.cancel()
    expect(runner.held()).toEqual([])
    expect(new Set(shown().slice(3))).toEqual(new Set(['ready']))
  })

  it('loses no row that was handed over and not sent when the runner is lost', async () => {
    const { executor, ids, id, runner, shown, concurrency, answer, realm } = setUp({ rows: Array.from({ length: 4 }, () => ({ a: '1' })) })
    concurrency(1)
    const batch = executor.executeMany(ids())
    await settled()
    runner.of(id(0)).say(sampleStart)
    await settled()
    expect(runner.held()).toEqual(ids().slice(1))
    runner.lose()
    await settled()
    realm.frame()
    expect(shown()).toEqual(['failed', 'connecting', 'queued', 'queued'])
    for (const index of [1, 2, 3]) await answer(index, 'late')
    expect(await batch).toMatchObject({ done: 3, failed: 1 })
  })

  it('takes the times from when things happened, not from when it heard of them', async () => {
    const { executor, id, cell, realm, answer } = setUp({ agoMs: 15 })
    void executor.execute(id(0))
    realm.advance(40)
    await settled()
    realm.advance(60)
    await answer(0, 'one')
    expect(cell(0).times).toEqual({ sentMs: 25, firstEventMs: 85, firstTokenMs: 85, endMs: 85 })
  })

  it('moves up what waits, for those who look', async () => {
    const { executor, state, ids, id, cell, concurrency, answer, realm } = setUp()
    concurrency(1)
    const end = state.store.sub(state.execution.cellAtom(id(2)), () => undefined)
    const batch = executor.executeMany(ids())
    await settled()
    realm.frame()
    expect(cell(2).queuePosition).toBe(2)
    await answer(0, 'one')
    expect(cell(2).queuePosition).toBe(1)
    executor.cancel()
    end()
    await batch
  })

  it('starts more at once when it may', async () => {
    const { executor, ids, runner, concurrency } = setUp()
    concurrency(1)
    void executor.executeMany(ids())
    await settled()
    concurrency(3)
    await settled()
    expect(runner.open()).toBe(3)
    executor.cancel()
  })

  it('lets a row fail alone', async () => {
    const { executor, ids, id, runner, shown, answer, realm } = setUp()
    const batch = executor.executeMany(ids())
    await settled()
    runner.of(id(1)).say(sampleStart, { type: 'error', error: { code: 'provider_error', message: 'It broke.' } })
    runner.of(id(1)).end()
    await answer(0, 'one')
    await answer(2, 'three')
    realm.frame()
    expect(shown()).toEqual(['done', 'failed', 'done'])
    expect(await batch).toMatchObject({ done: 2, failed: 1 })
  })

  it('leaves out what cannot run, unless told to send nothing for it', async () => {
    const { executor, ids, id, runner, shown, targets } = setUp({ rows: [{ a: '1' }, {}] })
    expect(shown()).toEqual(['ready', 'blocked'])
    expect(targets().runnable).toMatchObject([{ rowId: id(0) }])
    expect(await executor.executeMany([id(1)])).toMatchObject({ rows: 0 })
    void executor.executeMany(ids(), { emptyMissing: true })
    await settled()
    expect(runner.of(id(1)).request.body.inputs).toEqual({ a: '' })
    executor.cancel()
  })

  it('does not run an empty prompt, not even when told to', async () => {
    const { executor, ids, state } = setUp()
    state.prompt.patch({ messages: [{ id: 'm', role: 'user', content: ' \n' }] })
    expect(state.store.get(state.execution.targetsAtom).runnable).toEqual([])
    expect(await executor.executeMany(ids(), { emptyMissing: true })).toMatchObject({ rows: 0 })
  })

  it('does not run a broken template, not even when told to', async () => {
    const { executor, ids, state } = setUp()
    state.prompt.patch({ messages: [{ id: 'm', role: 'user', content: 'Say {a' }], templateFormat: 'fstring' })
    expect(await executor.executeMany(ids())).toMatchObject({ rows: 0 })
    expect(await executor.executeMany(ids(), { emptyMissing: true })).toMatchObject({ rows: 0 })
  })

  it('sends the prompt as it was when Run was pressed, and then shows what has changed', async () => {
    const { executor, ids, id, state, runner, shown, concurrency, answer, targets } = setUp({ rows: [{ a: '1' }, { a: '2' }] })
    concurrency(1)
    const batch = executor.executeMany(ids())
    await settled()
    const messages: EnhancedPrompt['messages'] = [{ id: 'm', role: 'user', content: 'Shout {{a}}' }]
    state.prompt.patch({ messages })
    await answer(0, 'one')
    await answer(1, 'two')
    await batch
    expect(runner.of(id(1)).request.body.ag_config.prompt.messages).toEqual([{ role: 'user', content: 'Say {{a}}' }])
    expect(shown()).toEqual(['stale', 'stale'])
    expect(targets().stale.map(({ rowId }) => rowId)).toEqual(ids())
    expect(state.store.get(state.execution.changesAtom(id(0)))).toEqual(['prompt'])
    state.undo.undo()
    expect(shown()).toEqual(['done', 'done'])
    state.rows.editValue(id(0), 'a', 'other')
    state.prompt.patch({ llmConfig: { model: 'demo/writer' } })
    expect(state.store.get(state.execution.changesAtom(id(0)))).toEqual(['settings', 'a'])
    expect(state.store.get(state.execution.changesAtom(id(1)))).toEqual(['settings'])
  })

  it('asks for everything that it sends with: project, never an application', async () => {
    const { executor, id, runner } = setUp({ headers: () => ({ 'X-Host': 'h' }) })
    void executor.execute(id(0))
    await settled()
    const { request } = runner.of(id(0))
    expect(request).toMatchObject({ projectId: 'p', mode: 'completion', token: 'token', headers: { 'x-host': 'h' } })
    expect(request.options).toMatchObject({ rowId: id(0), deadlineMs: 120_000, wire: 'summary' })
    expect(request.options.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
    expect(Object.keys(request.body)).toEqual(['ag_config', 'inputs'])
    executor.cancel()
  })

  it('fails a row, and not the queue, where the host cannot say its headers', async () => {
    const { executor, ids, shown, realm } = setUp({
      headers: () => {
        throw new Error('host')
      },
    })
    const batch = executor.executeMany(ids())
    await settled()
    realm.frame()
    expect(await batch).toMatchObject({ failed: 3 })
    expect(shown()).toEqual(['failed', 'failed', 'failed'])
    expect(realm.reported).toHaveLength(3)
  })
})

describe('stopping', () => {
  it('keeps what arrived, and puts back what had not begun', async () => {
    const { executor, ids, id, runner, shown, cell, concurrency, realm, progress, targets } = setUp()
    concurrency(1)
    const batch = executor.executeMany(ids())
    await settled()
    runner.of(id(0)).say(sampleStart, { type: 'part-start', index: 0, kind: 'text' }, { type: 'part-delta', index: 0, delta: 'Half' })
    executor.cancel()
    expect(await batch).toMatchObject({ done: 0, failed: 0, stopped: 3 })
    expect(shown()).toEqual(['stopped', 'ready', 'ready'])
    expect(cell(0)).toMatchObject({ text: 'Half', queuePosition: null })
    expect(runner.of(id(0)).isCancelled).toBe(true)
    expect(runner.runs).toHaveLength(1)
    expect(progress()).toMatchObject({ total: 3, stopped: 3, queued: 0, running: 0 })
    expect(progress()?.endedAtMs).not.toBeNull()
    expect(targets().missing.map(({ rowId }) => rowId)).toEqual(ids())
    expect(realm.frame()).toBe(0)
  })

  it('stops one row and frees its place', async () => {
    const { executor, ids, id, runner, shown, concurrency, answer } = setUp()
    concurrency(1)
    const batch = executor.executeMany(ids())
    await settled()
    executor.cancel(id(1))
    executor.cancel(id(0))
    await settled()
    await answer(2, 'three')
    expect(await batch).toMatchObject({ done: 1, stopped: 2 })
    expect(shown()).toEqual(['stopped', 'ready', 'done'])
    expect(runner.runs).toHaveLength(2)
  })

  it('gives a queued row its last result back', async () => {
    const { executor, id, cell, answer, concurrency } = setUp()
    void executor.execute(id(1))
    await settled()
    await answer(1, 'kept')
    concurrency(1)
    void executor.executeMany([id(0), id(1)])
    expect(cell(1).state).toBe('queued')
    executor.cancel(id(1))
    expect(cell(1)).toMatchObject({ state: 'done', text: 'kept' })
    executor.cancel()
  })

  it('ignores late news of a run that was stopped or run again', async () => {
    const { executor, id, runner, cell, answer, realm } = setUp({ isDeaf: true })
    void executor.execute(id(0))
    await settled()
    const first = runner.of(id(0))
    const again = executor.execute(id(0))
    await settled()
    first.say(...sampleStream('late'))
    realm.frame()
    expect(cell(0)).toMatchObject({ state: 'connecting', text: '' })
    expect(runner.of(id(0)).request.options.runId).not.toBe(first.request.options.runId)
    await answer(0, 'second')
    await again
    expect(cell(0)).toMatchObject({ state: 'done', text: 'second' })
  })

  it('stops the run of a row that is deleted', async () => {
    const { executor, ids, id, runner, state, answer } = setUp({ rows: [{ a: '1' }, { a: '2' }] })
    const gone = id(0)
    const batch = executor.executeMany(ids())
    await settled()
    state.rows.remove([gone])
    expect(runner.of(gone).isCancelled).toBe(true)
    await answer(0, 'two')
    expect(await batch).toMatchObject({ done: 1, stopped: 1 })
    state.undo.undo()
    expect(state.execution.cellOf(gone).state).toBe('stopped')
  })
})

describe('without a network', () => {
  const offline = { ok: false, failure: { code: 'offline', message: 'You are offline.' } } as const

  it('waits, keeps the order, and goes on by itself', async () => {
    const { executor, ids, id, runner, shown, concurrency, realm, state, answer } = setUp()
    concurrency(2)
    const batch = executor.executeMany(ids())
    await settled()
    await answer(0, 'safe')
    realm.setOnline(false)
    runner.of(id(2)).end(offline)
    runner.of(id(1)).end(offline)
    await settled()
    realm.frame()
    expect(shown()).toEqual(['done', 'queued', 'queued'])
    expect(state.store.get(state.execution.isOfflineAtom)).toBe(true)
    expect(runner.open()).toBe(0)
    realm.setOnline(true)
    await settled()
    expect(state.store.get(state.execution.isOfflineAtom)).toBe(false)
    expect(runner.runs.slice(-2).map(({ request }) => request.options.rowId)).toEqual([id(1), id(2)])
    await answer(1, 'two')
    await answer(2, 'three')
    expect(await batch).toMatchObject({ done: 3 })
  })

  it('fails a row that was not reached while there is a network, and waits where the page knows that there is none', async () => {
    const { executor, id, runner, cell, realm } = setUp({ rows: [{ a: '1' }, { a: '2' }] })
    const unreachable = { ok: false, failure: { code: 'unreachable', message: 'No status.' } } as const
    void executor.executeMany([id(0), id(1)])
    await settled()
    runner.of(id(0)).end(unreachable)
    await settled()
    realm.setOnline(false)
    runner.of(id(1)).end(unreachable)
    await settled()
    realm.frame()
    expect([cell(0).state, cell(1).state]).toEqual(['failed', 'queued'])
    executor.cancel()
  })

  it('can be stopped while it waits', async () => {
    const { executor, ids, id, runner, state } = setUp({ rows: [{ a: '1' }] })
    const batch = executor.executeMany(ids())
    await settled()
    runner.of(id(0)).end(offline)
    await settled()
    executor.cancel()
    expect(await batch).toMatchObject({ stopped: 1 })
    expect(state.store.get(state.execution.isOfflineAtom)).toBe(false)
  })
})

describe('tokens', () => {
  const refused = { ok: false, failure: { code: 'unauthenticated', message: 'No.', status: 401 } } as const

  it('renews a refused token once, for all rows together', async () => {
    const given = ['old', 'new', 'never asked']
    const asked: string[] = []
    const { executor, ids, runner, shown, realm, answer } = setUp({
      rows: [{ a: '1' }, { a: '2' }],
      getToken: async () => {
        asked.push(given[asked.length] ?? '')
        return asked.at(-1) ?? null
      },
    })
    void executor.executeMany(ids())
    await settled()
    for (const run of runner.runs) run.end(refused)
    await settled()
    expect(runner.runs.map(({ request }) => request.token)).toEqual(['old', 'old', 'new', 'new'])
    await answer(0, 'one')
    await answer(1, 'two')
    realm.frame()
    expect(shown()).toEqual(['done', 'done'])
    expect(asked).toEqual(['old', 'new'])
  })

  it('asks the person to sign in where that does not help, and sends nothing more', async () => {
    let count = 0
    const { executor, ids, runner, cell, told, concurrency, realm } = setUp({ getToken: async () => `token ${++count}` })
    concurrency(1)
    const batch = executor.executeMany(ids())
    await settled()
    runner.runs[0]?.end(refused)
    await settled()
    runner.runs[1]?.end(refused)
    await settled()
    realm.frame()
    expect(await batch).toMatchObject({ failed: 3 })
    expect(runner.runs).toHaveLength(2)
    expect(cell(2).failure).toMatchObject({ code: 'auth_required' })
    expect(told.filter(({ type }) => type === 'auth-required')).toHaveLength(1)
  })
})

describe('what a mount tells', () => {
  it('tells of a batch, its rows and its end, with results as the outside contract has them', async () => {
    const { executor, id, told, runner, realm } = setUp({ rows: [{ a: '1' }] })
    const batch = executor.executeMany([id(0)])
    await settled()
    runner.of(id(0)).say(sampleStart, { type: 'part-start', index: 0, kind: 'text' }, { type: 'part-delta', index: 0, delta: 'H' })
    realm.frame()
    runner.of(id(0)).say({ type: 'part-delta', index: 0, delta: 'i' }, { type: 'result', response: sampleResponse('Hi') })
    runner.of(id(0)).end()
    await settled()
    realm.frame()
    await batch
    expect(told.map(({ type }) => type)).toEqual(['run-start', 'row-start', 'row-chunk', 'row-end', 'run-end'])
    expect(told[3]).toMatchObject({
      rowId: id(0),
      result: { output: 'Hi', traceId: 'a'.repeat(32), metrics: { latency: 0, tokens: 12, cost: 0.003 } },
    })
  })

  it('sums up costs and counts the unknown ones apart', async () => {
    const { executor, ids, progress, answer } = setUp({ rows: [{ a: '1' }, { a: '2' }] })
    const batch = executor.executeMany(ids())
    await settled()
    await answer(0, 'one')
    expect(progress()).toMatchObject({ total: 2, done: 1, running: 1, costUsd: 0.003, unknownCosts: 0, endedAtMs: null })
    await answer(1, 'two')
    await batch
    expect(progress()).toMatchObject({ done: 2, running: 0, costUsd: 0.006 })
  })
})

describe('many rows', () => {
  it('writes cells once a frame, however many pieces arrive', async () => {
    const { executor, ids, id, runner, state, realm } = setUp()
    void executor.executeMany(ids())
    await settled()
    realm.frame()
    let changes = 0
    const end = state.store.sub(state.execution.cellAtom(id(0)), () => changes++)
    let recounts = 0
    const endTargets = state.store.sub(state.execution.targetsAtom, () => recounts++)
    runner.of(id(0)).say(sampleStart, { type: 'part-start', index: 0, kind: 'text' })
    for (let piece = 0; piece < 500; piece++) runner.of(id(0)).say({ type: 'part-delta', index: 0, delta: 'x' })
    expect(changes).toBe(0)
    realm.frame()
    expect(changes).toBe(1)
    expect(recounts).toBe(0)
    end()
    endTargets()
    executor.cancel()
  })

  it('leaves nothing behind when it is disposed of', async () => {
    const { executor, ids, runner, realm, shown } = setUp()
    void executor.executeMany(ids())
    await settled()
    executor.dispose()
    expect(runner.isDisposed()).toBe(true)
    expect(realm.pending()).toBe(0)
    expect(shown()).toEqual(['stopped', 'stopped', 'stopped'])
    expect(await executor.executeMany(ids())).toMatchObject({ rows: 0 })
  })
})
