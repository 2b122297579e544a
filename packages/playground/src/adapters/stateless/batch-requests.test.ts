import { describe, expect, it } from 'vitest'
import { createFakeRealm } from '../../execution/fake-realm.ts'
import { type RowRun, queuedCell } from '../../execution/row-run.ts'
import { EMPTY_CELL } from '../../state/cell.ts'
import { createPlaygroundState } from '../../state/create-state.ts'
import { provenanceOf } from '../../state/provenance.ts'
import { createBatchRequests } from './batch-requests.ts'
import type { StatelessOptions } from './stateless-options.ts'

function setUp(rest: Partial<StatelessOptions> = {}) {
  const realm = createFakeRealm()
  const state = createPlaygroundState({
    clock: realm.clock,
    ids: realm.ids,
    initial: {
      v: 1,
      mode: 'chat',
      prompt: { messages: [{ role: 'system', content: 'For {{who.name}}' }], llmConfig: { model: 'm' }, templateFormat: 'curly' },
      rows: [{ data: { who: '{"name":"Ann"}' }, history: [{ role: 'user', content: 'Hello' }] }, { data: {} }],
    },
  })
  const options = { serviceUrl: '/services', projectId: 'p', getToken: async () => null, headers: () => ({}), ...rest }
  const requestsOf = createBatchRequests({ state, prefix: 'https://s.test/services', randomBytes: realm.randomBytes, options })
  const batch = {
    runId: 'run',
    rows: 1,
    hasBudget: false,
    isGrouped: true,
    open: 1,
    done: 0,
    failed: 0,
    stopped: 0,
    settle: () => undefined,
  }
  const run = (index: number): RowRun => {
    const id = state.store.get(state.rows.idsAtom)[index] ?? ''
    const row = state.store.get(state.rows.rowAtom(id))
    if (!row) throw new Error('There is such a row.')
    const ref = { rowId: id, variantId: state.store.get(state.prompt.variants.activeIdAtom), repetition: 0 }
    const cell = queuedCell('run', 0, 1)
    return {
      ...ref,
      id,
      place: '',
      name: id,
      order: 0,
      batch,
      row,
      previous: EMPTY_CELL,
      cell,
      isSent: false,
      isCalledBack: false,
      end: null,
    }
  }
  return { state, requestsOf, run }
}

describe('requests of a batch', () => {
  it('carry the conversation, and a structure where the prompt reaches into one', () => {
    const { requestsOf, run } = setUp()
    const { body, mode, projectId, token } = requestsOf('run', {}).requestFor(run(0), 'token')
    expect(mode).toBe('chat')
    expect({ projectId, token }).toEqual({ projectId: 'p', token: 'token' })
    expect(body).toMatchObject({ inputs: { who: { name: 'Ann' } }, messages: [{ role: 'user', content: 'Hello' }] })
  })

  it('share what their rows have in common', () => {
    const { requestsOf, run } = setUp()
    const batch = requestsOf('run', {})
    expect(batch.requestFor(run(0), null).body.ag_config).toBe(batch.requestFor(run(1), null).body.ag_config)
  })

  it('tell a cell where it comes from, as the state holds it against', () => {
    const { state, requestsOf, run } = setUp()
    const origin = requestsOf('run', {}).originOf(run(0))
    expect(origin.request?.url).toBe('https://s.test/services/chat/test?project_id=p')
    expect(origin.provenance).toEqual(provenanceOf(state.store.get(state.prompt.draftAtom), run(0).row))
  })

  it('take limits, wire and headers from the host, headers anew each time', () => {
    let count = 0
    const { requestsOf, run } = setUp({ rowTimeoutMs: 9000, wire: 'full', headers: () => ({ 'X-Count': String(++count) }) })
    const batch = requestsOf('run', {})
    expect(batch.requestFor(run(0), null)).toMatchObject({ headers: { 'x-count': '1' }, options: { deadlineMs: 9000, wire: 'full' } })
    expect(batch.requestFor(run(0), null).headers).toEqual({ 'x-count': '2' })
  })

  it('continue a trace of the host, and begin one of their own where there is none', () => {
    const given = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    const traced = setUp({ trace: { traceparent: () => given } })
    expect(traced.requestsOf('run', {}).requestFor(traced.run(0), null).options.traceparent).toBe(given)
    const own = setUp({ trace: { traceparent: () => undefined } })
    const batch = own.requestsOf('run', {})
    const [one, two] = [0, 0].map((index) => batch.requestFor(own.run(index), null).options.traceparent)
    expect(one).toMatch(/^00-/)
    expect(one).not.toBe(two)
  })

  it('send nothing for what is missing only where they are told to', () => {
    const { requestsOf, run } = setUp()
    expect(Object.keys(requestsOf('run', {}).requestFor(run(1), null).body.inputs)).toEqual([])
    expect({ ...requestsOf('run', { emptyMissing: true }).requestFor(run(1), null).body.inputs }).toEqual({ who: '' })
  })
})
