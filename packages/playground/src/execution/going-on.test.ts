import { createTokenSource } from '@vitrine/client'
import type { StreamEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createBatchRequests } from '../adapters/stateless/batch-requests.ts'
import { createEvents } from '../events.ts'
import { createPlaygroundState } from '../state/create-state.ts'
import { GO_ON } from './continued/continuation.ts'
import { createFakeRealm, settled } from './fake-realm.ts'
import { createFakeRunner } from './fake-runner.ts'
import { createExecutor } from './run-many.ts'
import { sampleStart, sampleStream } from './sample-answer.ts'

function setUp() {
  const realm = createFakeRealm()
  const runner = createFakeRunner()
  const events = createEvents(realm.report)
  const told: string[] = []
  events.subscribe(({ type }) => told.push(type))
  const prompt = { messages: [{ role: 'user', content: 'Say {{a}}' }], llmConfig: { model: 'demo/echo' }, templateFormat: 'curly' } as const
  const rows = [{ data: { a: '1' } }, { data: { a: '2' } }]
  const state = createPlaygroundState({ clock: realm.clock, ids: realm.ids, initial: { v: 1, mode: 'completion', prompt, rows } })
  const getToken = async () => 'token'
  const options = { serviceUrl: 'https://s.test', projectId: 'p', getToken, headers: () => ({}) }
  const requestsOf = createBatchRequests({ state, prefix: 'https://s.test/services', randomBytes: realm.randomBytes, options })
  const tokens = createTokenSource(getToken)
  const executor = createExecutor({ state, runner, tokens, realm, events, requestsOf, costBounds: async () => () => 0.01 })
  const id = (index: number) => state.store.get(state.rows.idsAtom)[index] ?? 'none'
  const variantId = state.store.get(state.prompt.variants.idsAtom)[0] ?? ''
  const frame = async () => {
    await settled()
    realm.frame()
  }
  const say = async (index: number, ...said: readonly StreamEvent[]) => {
    runner.of(id(index)).say(...said)
    await frame()
  }
  const end = async (index: number) => {
    runner.of(id(index)).end()
    await frame()
  }
  return {
    executor,
    runner,
    state,
    told,
    frame,
    say,
    end,
    id,
    at: (index: number, repetition = 0) => ({ rowId: id(index), variantId, repetition }),
    cell: (index: number) => state.execution.cellOf(id(index)),
    progress: () => state.store.get(state.execution.progressAtom),
  }
}

const RETRY = { type: 'retry', attempt: 2, of: 4, waitMs: 60_000, reason: '429' } as const
const HALF = [sampleStart, { type: 'part-start', index: 0, kind: 'text' }, { type: 'part-delta', index: 0, delta: 'Half' }] as const

describe('an answer that waits for its next try', () => {
  it('is asked for at once, and what it was tried before is counted on', async () => {
    const { executor, runner, say, end, cell, at, id, frame, progress, told } = setUp()
    const batch = executor.executeMany([id(0)])
    await settled()
    await say(0, sampleStart, RETRY)
    expect(cell(0)).toMatchObject({ state: 'retrying', triesBefore: 0 })
    executor.retryNow(at(0))
    await frame()
    expect(runner.runs.map(({ isCancelled }) => isCancelled)).toEqual([true, false])
    expect(cell(0)).toMatchObject({ state: 'connecting', triesBefore: 1, retry: null })
    await say(0, sampleStart, RETRY)
    executor.retryNow(at(0))
    await frame()
    await say(0, ...sampleStream('Done'))
    await end(0)
    expect(cell(0)).toMatchObject({ state: 'done', text: 'Done', triesBefore: 2 })
    expect(await batch).toMatchObject({ rows: 1, done: 1, failed: 0, stopped: 0 })
    expect(progress()).toMatchObject({ total: 1, done: 1, retrying: 0, queued: 0, running: 0 })
    expect(told.filter((type) => type === 'row-start')).toHaveLength(1)
  })
  it('can be stopped all the same', async () => {
    const { executor, say, cell, at, id } = setUp()
    const batch = executor.executeMany([id(0)])
    await settled()
    await say(0, sampleStart, RETRY)
    executor.retryNow(at(0))
    executor.cancel()
    expect(await batch).toMatchObject({ stopped: 1 })
    expect(cell(0).state).toBe('stopped')
  })
  it('is the only one that is: others are left alone', async () => {
    const { executor, runner, say, at, id, cell, frame } = setUp()
    void executor.executeMany([id(0), id(1)])
    await settled()
    await say(0, sampleStart)
    await say(1, sampleStart, RETRY)
    executor.retryNow(at(0))
    executor.retryNow({ ...at(1), repetition: 3 })
    await frame()
    expect(runner.runs).toHaveLength(2)
    expect(cell(0).state).toBe('connecting')
    executor.cancel()
  })
})

describe('an answer that was stopped', () => {
  async function stopped() {
    const set = setUp()
    void set.executor.executeMany([set.id(0)])
    await settled()
    await set.say(0, ...HALF)
    set.executor.cancel()
    await set.frame()
    expect(set.cell(0)).toMatchObject({ state: 'stopped', text: 'Half' })
    return set
  }

  it('goes on: what comes is joined to what is there, and one call more is counted', async () => {
    const { executor, runner, say, end, cell, at, frame, progress, state } = await stopped()
    const going = executor.continueAnswer(at(0))
    await frame()
    expect(cell(0)).toMatchObject({ state: 'connecting', text: 'Half' })
    const { request } = runner.runs.at(-1) ?? { request: null }
    expect(request?.mode).toBe('chat')
    expect(request?.body).toMatchObject({ inputs: { a: '1' }, messages: [{ role: 'assistant', content: 'Half' }, { content: GO_ON }] })
    await say(0, ...sampleStream(' and half'))
    await end(0)
    await going
    expect(cell(0)).toMatchObject({ state: 'done', text: 'Half and half', continued: { cost: { totalUsd: 0.003 } } })
    expect(cell(0).request?.url).toContain('/chat/test')
    expect(state.store.get(state.execution.cellStateAtom(at(0)))).toBe('done')
    expect(progress()).toMatchObject({ total: 1, done: 1, costUsd: 0.003 })
  })
  it('keeps what it was where the run never began', async () => {
    const { executor, runner, cell, at, id, frame, state } = await stopped()
    const before = cell(0)
    state.store.set(state.execution.concurrencyAtom, 1)
    void executor.executeMany([id(1)])
    const going = executor.continueAnswer(at(0))
    await frame()
    expect(cell(0)).toMatchObject({ state: 'queued', text: 'Half' })
    executor.cancel(id(0))
    await going
    expect(cell(0)).toBe(before)
    expect(runner.runs).toHaveLength(2)
    executor.cancel()
  })
  it('keeps all of it where it is stopped or fails once more', async () => {
    const { executor, say, end, cell, at, frame } = await stopped()
    void executor.continueAnswer(at(0))
    await frame()
    await say(0, sampleStart, { type: 'part-start', index: 0, kind: 'text' }, { type: 'part-delta', index: 0, delta: ' and' })
    await say(0, { type: 'error', error: { code: 'provider_error', message: 'no' } })
    await end(0)
    expect(cell(0)).toMatchObject({ state: 'failed', text: 'Half and' })
  })
  it('is not asked for twice, nor where there is nothing to go on from', async () => {
    const { executor, runner, at, frame } = await stopped()
    void executor.continueAnswer(at(0))
    await frame()
    void executor.continueAnswer(at(0))
    await executor.continueAnswer(at(1))
    await frame()
    expect(runner.runs).toHaveLength(2)
    executor.cancel()
  })
})
