import { createTokenSource } from '@vitrine/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createBatchRequests } from '../adapters/stateless/batch-requests.ts'
import { type PlaygroundEvent, createEvents } from '../events.ts'
import { createPlaygroundState } from '../state/create-state.ts'
import type { OutputRef } from '../state/output-ref.ts'
import { createFakeRealm, settled } from './fake-realm.ts'
import { createFakeRunner } from './fake-runner.ts'
import { type Executor, createExecutor } from './run-many.ts'
import { sampleStream } from './sample-answer.ts'

let executor: Executor | null = null
afterEach(() => executor?.dispose())

function setUp({ rows = [{ a: '1' }, { a: '2' }], bound = 0.4 }: { rows?: readonly Record<string, string>[]; bound?: number | null } = {}) {
  const realm = createFakeRealm()
  const runner = createFakeRunner()
  const events = createEvents(realm.report)
  const told: PlaygroundEvent[] = []
  events.subscribe((event) => told.push(event))
  const prompt = { messages: [{ role: 'user', content: 'Say {{a}}' }], llmConfig: { model: 'm/a' }, templateFormat: 'curly' } as const
  const state = createPlaygroundState({
    clock: realm.clock,
    ids: realm.ids,
    initial: { v: 1, mode: 'completion', prompt, rows: rows.map((data) => ({ data })) },
  })
  const { store, execution } = state
  const getToken = async () => 'token'
  const options = { serviceUrl: 'https://s.test', projectId: 'p', getToken, headers: () => ({}) }
  const made = createExecutor({
    state,
    runner,
    tokens: createTokenSource(getToken),
    realm,
    events,
    requestsOf: createBatchRequests({ state, prefix: 'https://s.test/services', randomBytes: realm.randomBytes, options }),
    costBounds: async () => () => bound,
  })
  executor = made
  const ids = () => store.get(state.rows.idsAtom)
  const variants = () => store.get(state.prompt.variants.idsAtom)
  const at = (row: number, variant = 0): OutputRef => ({ rowId: ids()[row] ?? '', variantId: variants()[variant] ?? '' })
  const last = () => {
    const run = runner.runs.at(-1)
    if (run === undefined) throw new Error('Nothing was sent.')
    return run
  }
  return {
    realm,
    runner,
    told,
    state,
    store,
    execution,
    executor: made,
    ids,
    at,
    variants,
    sent: () => runner.runs.map(({ request }) => request.options.rowId),
    models: () => runner.runs.map(({ request }) => request.body.ag_config.prompt.llm_config.model),
    halt: () => store.get(execution.haltAtom),
    texts: (ref: OutputRef) => execution.cellsOf(ref).map(({ text }) => text),
    states: (ref: OutputRef) => execution.cellsOf(ref).map(({ state: each }) => each),
    answer: async (text: string) => {
      last().say(...sampleStream(text))
      last().end()
      await settled()
      realm.frame()
      await settled()
    },
    fail: async () => {
      last().end({ ok: false, failure: { code: 'provider_error', message: 'No.' } })
      await settled()
      realm.frame()
      await settled()
    },
    begin: (...places: Parameters<Executor['executeMany']>) => {
      const summary = made.executeMany(...places)
      return { summary, ready: settled().then(settled) }
    },
  }
}

describe('running variants', () => {
  it('runs a row under each of them, and each output for itself', async () => {
    const { state, execution, executor: runs, ids, at, variants, sent, models, answer, states, runner } = setUp()
    state.prompt.variants.clone(variants()[0] ?? '')
    state.prompt.patch({ llmConfig: { model: 'm/b' } })
    state.store.set(execution.concurrencyAtom, 1)
    const summary = runs.executeMany(ids())
    await settled()
    await answer('first')
    expect(models()).toEqual(['m/a', 'm/b'])
    expect(new Set(sent()).size).toBe(2)
    expect([states(at(0, 0)), states(at(0, 1)), states(at(1, 0))]).toEqual([['done'], ['connecting'], ['queued']])
    for (const text of ['second', 'third', 'fourth']) await answer(text)
    expect(await summary).toMatchObject({ rows: 4, done: 4 })
    expect(execution.cellOf(at(1, 1)).text).toBe('fourth')
    expect(runner.open()).toBe(0)
  })

  it('runs one output alone, and makes stale what changed and nothing else', async () => {
    const { state, store, execution, executor: runs, at, variants, models, answer } = setUp()
    state.prompt.variants.clone(variants()[0] ?? '')
    const done = runs.executeMany([at(0, 0), at(0, 1)])
    store.set(execution.concurrencyAtom, 1)
    await settled()
    await answer('x')
    await settled()
    await answer('y')
    await done
    expect(models()).toEqual(['m/a', 'm/a'])
    state.prompt.patch({ llmConfig: { model: 'm/c' } })
    expect([store.get(execution.cellStateAtom(at(0, 0))), store.get(execution.cellStateAtom(at(0, 1)))]).toEqual(['done', 'stale'])
    expect(store.get(execution.targetsAtom).stale).toMatchObject([at(0, 1)])
  })

  it('leaves out disabled rows', async () => {
    const { state, ids, sent, begin } = setUp()
    state.rows.disable([ids()[0] ?? ''], true)
    await begin(ids()).ready
    expect(sent()).toEqual([ids()[1]])
  })

  it('tells a host which variant and which repetition', async () => {
    const { told, at, ids, begin, answer } = setUp({ rows: [{ a: '1' }] })
    await begin(ids()).ready
    await answer('x')
    expect(told.find(({ type }) => type === 'row-end')).toMatchObject({ ...at(0), repetition: 0 })
  })
})

describe('repetitions', () => {
  it('are answers side by side', async () => {
    const { store, execution, at, ids, begin, answer, texts, sent } = setUp({ rows: [{ a: '1' }] })
    store.set(execution.repetitionsAtom, 3)
    store.set(execution.concurrencyAtom, 1)
    const { summary, ready } = begin(ids())
    await ready
    for (const text of ['a', 'b', 'a']) await answer(text)
    expect(await summary).toMatchObject({ rows: 3, done: 3 })
    expect(texts(at(0))).toEqual(['a', 'b', 'a'])
    expect(new Set(sent()).size).toBe(3)
    store.set(execution.shownAtom(at(0)), 1)
    expect(store.get(execution.cellAtom(at(0))).text).toBe('b')
  })

  it('are as they were where none of the new ones went out', async () => {
    const { store, execution, executor: runs, at, ids, begin, answer, texts, realm } = setUp({ rows: [{ a: '1' }] })
    await begin(ids()).ready
    await answer('kept')
    store.set(execution.repetitionsAtom, 4)
    realm.setOnline(false)
    runs.pause()
    const { summary } = begin(ids())
    runs.pause()
    runs.cancel()
    await summary
    expect(texts(at(0))).toEqual(['kept'])
  })

  it('keep what was there before as the previous answer', async () => {
    const { store, execution, at, ids, begin, answer } = setUp({ rows: [{ a: '1' }] })
    await begin(ids()).ready
    await answer('old')
    await begin(ids()).ready
    await answer('new')
    expect(store.get(execution.cellAtom(at(0))).text).toBe('new')
    expect(store.get(execution.previousAtom(at(0)))?.text).toBe('old')
  })
})

describe('a budget', () => {
  it('stops before the call that would break it, and leaves the rest as it was', async () => {
    const { store, execution, ids, begin, answer, halt, states, at, sent } = setUp({ rows: [{ a: '1' }, { a: '2' }, { a: '3' }] })
    store.set(execution.budgetUsdAtom, 0.45)
    const { summary } = begin(ids())
    await vi.waitFor(() => expect(sent()).toHaveLength(1))
    // The second could break it as long as the first is under way.
    expect(sent()).toEqual([ids()[0]])
    await answer('one')
    await answer('two')
    await answer('three')
    expect(await summary).toMatchObject({ rows: 3, done: 3 })
    expect(halt()).toBeNull()
    expect(states(at(2))).toEqual(['done'])
  })

  it('says that it is spent', async () => {
    const { store, execution, ids, begin, halt, states, at, sent } = setUp()
    store.set(execution.budgetUsdAtom, 0.1)
    expect(await begin(ids()).summary).toMatchObject({ rows: 2, stopped: 2 })
    expect(sent()).toEqual([])
    expect(halt()).toEqual({ kind: 'budget' })
    expect(states(at(0))).toEqual(['ready'])
  })

  it('is not kept by guessing: without a price nothing runs', async () => {
    const { store, execution, ids, begin, halt, sent } = setUp({ bound: null })
    store.set(execution.budgetUsdAtom, 10)
    await begin(ids()).summary
    expect(sent()).toEqual([])
    expect(halt()).toEqual({ kind: 'unpriced' })
  })
})

describe('a batch of many', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ a: String(index) }))

  it('is handed over as a group, by variant, long before its turn', async () => {
    const { state, store, execution, variants, ids, begin, runner } = setUp({ rows: many })
    state.prompt.variants.clone(variants()[0] ?? '')
    store.set(execution.concurrencyAtom, 2)
    runner.limit(2)
    await begin(ids()).ready
    expect(runner.held()).toHaveLength(58)
    const groups = new Set(runner.runs.map(({ request }) => request.options.group))
    expect(groups.size).toBe(2)
  })

  it('is no group with a budget: what each call costs decides on the next one', async () => {
    const { store, execution, ids, begin, runner, executor: runs } = setUp({ rows: many, bound: 0.01 })
    store.set(execution.budgetUsdAtom, 5)
    store.set(execution.concurrencyAtom, 2)
    void begin(ids())
    await vi.waitFor(() => expect(runner.runs).toHaveLength(2))
    expect(runner.held()).toEqual([])
    expect(runner.runs[0]?.request.options.group).toBeUndefined()
    runs.cancel()
  })

  it('ends where the runner has given up sending it', async () => {
    const { realm, ids, begin, runner, states, at } = setUp({ rows: many })
    const { summary, ready } = begin(ids())
    await ready
    for (let index = 0; index < many.length; index++) {
      runner.runs[index]?.end({ ok: false, failure: { code: 'interrupted', message: 'Broken.', meta: { attempts: 7 } } })
      await settled()
    }
    realm.frame()
    expect(await summary).toMatchObject({ rows: 30, failed: 30 })
    expect(states(at(0))).toEqual(['failed'])
  })
})

describe('stopping on the first error', () => {
  it('sends nothing more, and says why', async () => {
    const { store, execution, ids, begin, fail, halt, sent, states, at } = setUp()
    store.set(execution.stopsOnErrorAtom, true)
    store.set(execution.concurrencyAtom, 1)
    const { summary, ready } = begin(ids())
    await ready
    await fail()
    expect(await summary).toMatchObject({ failed: 1, stopped: 1 })
    expect(sent()).toHaveLength(1)
    expect([states(at(0)), states(at(1))]).toEqual([['failed'], ['ready']])
    expect(halt()).toEqual({ kind: 'error' })
  })
})

describe('pause', () => {
  it('sends nothing more until it ends, and loses nothing', async () => {
    const {
      store,
      execution,
      executor: runs,
      ids,
      begin,
      answer,
      sent,
      states,
      at,
      halt,
    } = setUp({
      rows: [{ a: '1' }, { a: '2' }, { a: '3' }],
    })
    store.set(execution.concurrencyAtom, 1)
    const { summary, ready } = begin(ids())
    await ready
    runs.pause()
    expect(halt()).toEqual({ kind: 'paused' })
    await answer('one')
    expect(sent()).toHaveLength(1)
    expect([states(at(0)), states(at(1))]).toEqual([['done'], ['queued']])
    runs.resume()
    await settled()
    await answer('two')
    expect(halt()).toBeNull()
    await answer('three')
    expect(await summary).toMatchObject({ done: 3 })
  })

  it('calls back what was handed over ahead', async () => {
    const {
      store,
      execution,
      executor: runs,
      runner,
      ids,
      begin,
      answer,
      sent,
    } = setUp({
      rows: [{ a: '1' }, { a: '2' }, { a: '3' }, { a: '4' }],
    })
    store.set(execution.concurrencyAtom, 1)
    runner.limit(1)
    const { summary, ready } = begin(ids())
    await ready
    await answer('one')
    expect(runner.held()).toHaveLength(2)
    runs.pause()
    await settled()
    expect(runner.held()).toEqual([])
    runs.resume()
    await settled()
    for (const text of ['two', 'three', 'four']) await answer(text)
    expect(await summary).toMatchObject({ done: 4 })
    expect(sent()).toEqual(ids())
  })
})
